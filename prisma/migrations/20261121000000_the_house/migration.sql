-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ActivityPresence" AS ENUM ('on_site', 'remote', 'both');

-- CreateEnum
CREATE TYPE "TeamRole" AS ENUM ('owner', 'organizer', 'check_in');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('sign_in', 'check_in_api');

-- CreateEnum
CREATE TYPE "ScanKind" AS ENUM ('arrive', 'undo');

-- CreateEnum
CREATE TYPE "ScanOutcome" AS ENUM ('arrived', 'already_arrived', 'undone', 'refused');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('draft', 'published', 'cancelled');

-- CreateEnum
CREATE TYPE "WaitingMode" AS ENUM ('auto', 'offer', 'off');

-- CreateEnum
CREATE TYPE "ContingentMode" AS ENUM ('none', 'call_off', 'on_account');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "Diet" AS ENUM ('none', 'vegetarian', 'vegan', 'halal', 'kosher', 'gluten_free', 'lactose_free', 'nut_free', 'other');

-- CreateEnum
CREATE TYPE "PoolKind" AS ENUM ('on_site', 'remote', 'day', 'activity', 'night', 'option');

-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('event', 'activity', 'stay', 'option');

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('wished', 'waiting', 'held');

-- CreateEnum
CREATE TYPE "RegistrationStatus" AS ENUM ('unverified', 'pending_approval', 'confirmed', 'waitlisted', 'cancelled');

-- CreateEnum
CREATE TYPE "CancelReason" AS ENUM ('person', 'organizer', 'declined', 'expired', 'transferred', 'erased');

-- CreateEnum
CREATE TYPE "Presence" AS ENUM ('on_site', 'remote', 'activity_only');

-- CreateEnum
CREATE TYPE "PhotoPreference" AS ENUM ('fine', 'no_camera', 'not_asked');

-- CreateEnum
CREATE TYPE "RegistrationSource" AS ENUM ('form', 'organizer', 'import', 'walk_in');

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "place" TEXT,
    "text" TEXT,
    "url" TEXT,
    "closes_at" TIMESTAMPTZ(3),
    "alone" BOOLEAN NOT NULL DEFAULT false,
    "presence" "ActivityPresence" NOT NULL DEFAULT 'both',
    "position" INTEGER NOT NULL,
    "pool_id" UUID NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "name" TEXT,
    "image" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,

    CONSTRAINT "provider_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "team_member" (
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "TeamRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("event_id","user_id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "event_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_point" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_arrival" BOOLEAN NOT NULL DEFAULT false,
    "has_exits" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "check_in_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_fact" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "registration_id" UUID,
    "point_id" UUID NOT NULL,
    "kind" "ScanKind" NOT NULL,
    "undoes" UUID,
    "outcome" "ScanOutcome" NOT NULL,
    "reason" TEXT,
    "first_at" TIMESTAMPTZ(3),
    "device_at" TIMESTAMPTZ(3) NOT NULL,
    "server_at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,
    "user_id" UUID,
    "token_id" UUID,
    "is_id_seen" BOOLEAN NOT NULL DEFAULT false,
    "is_sticker_given" BOOLEAN NOT NULL DEFAULT false,
    "is_forced" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "check_in_fact_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text_version" INTEGER NOT NULL,
    "is_given" BOOLEAN NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "EventStatus" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "series" TEXT,
    "edition" INTEGER,
    "summary" TEXT,
    "description" TEXT,
    "description_html" TEXT,
    "format" TEXT,
    "programme" TEXT[],
    "timezone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "languages" TEXT[],
    "accent" TEXT,
    "image_path" TEXT,
    "venue_name" TEXT,
    "venue_address" TEXT,
    "venue_arrival" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "hosts" JSONB NOT NULL DEFAULT '[]',
    "contacts" JSONB NOT NULL DEFAULT '[]',
    "links" JSONB NOT NULL DEFAULT '[]',
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "freezes_at" TIMESTAMPTZ(3),
    "is_remote_offered" BOOLEAN NOT NULL DEFAULT false,
    "remote_opens_at" TIMESTAMPTZ(3),
    "remote_closes_at" TIMESTAMPTZ(3),
    "is_approval_required" BOOLEAN NOT NULL DEFAULT false,
    "is_email_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "access_code" TEXT,
    "waiting" "WaitingMode" NOT NULL DEFAULT 'auto',
    "is_transfer_allowed" BOOLEAN NOT NULL DEFAULT false,
    "is_legal_name_required" BOOLEAN NOT NULL DEFAULT false,
    "access_list_reason" TEXT,
    "access_list_bring" TEXT,
    "access_list_organization" BOOLEAN NOT NULL DEFAULT false,
    "allergies_hint" TEXT,
    "are_photos_taken" BOOLEAN NOT NULL DEFAULT false,
    "photos_opt_out" TEXT,
    "photos_review" TEXT,
    "code_of_conduct_url" TEXT,
    "privacy_notice" TEXT,
    "privacy_notice_html" TEXT,
    "privacy_version" INTEGER NOT NULL DEFAULT 1,
    "embed_origins" TEXT[],
    "extras" JSONB NOT NULL DEFAULT '{}',
    "published_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_slug" (
    "slug" TEXT NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "event_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "history_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "event_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hotel" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "mode" "ContingentMode" NOT NULL DEFAULT 'none',
    "keyword" TEXT,
    "link" TEXT,
    "release_on" DATE,
    "position" INTEGER NOT NULL,

    CONSTRAINT "hotel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_type" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "hotel_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "beds" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "room_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contingent_night" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "room_type_id" UUID NOT NULL,
    "night" DATE NOT NULL,
    "pool_id" UUID NOT NULL,

    CONSTRAINT "contingent_night_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stay" (
    "registration_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "room_type_id" UUID NOT NULL,
    "nights" DATE[],
    "roommate" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "stay_pkey" PRIMARY KEY ("event_id","registration_id")
);

-- CreateTable
CREATE UNLOGGED TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "event_id" UUID,
    "registration_id" UUID,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "sealed" TEXT,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leased_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meal" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL,

    CONSTRAINT "meal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "menu_option" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "meal_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "diet" "Diet"[],
    "choices" TEXT[],
    "position" INTEGER NOT NULL,
    "pool_id" UUID NOT NULL,

    CONSTRAINT "menu_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meal_choice" (
    "registration_id" UUID NOT NULL,
    "meal_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "choice" TEXT,

    CONSTRAINT "meal_choice_pkey" PRIMARY KEY ("registration_id","meal_id")
);

-- CreateTable
CREATE TABLE "allergy_note" (
    "registration_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allergy_note_pkey" PRIMARY KEY ("event_id","registration_id")
);

-- CreateTable
CREATE TABLE "pool" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" "PoolKind" NOT NULL,
    "day" DATE,
    "size" INTEGER,
    "ceiling" INTEGER,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "state" "ClaimState" NOT NULL,
    "queued_at" TIMESTAMPTZ(6) NOT NULL,
    "offered_until" TIMESTAMPTZ(3),

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_place" (
    "claim_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "claim_place_pkey" PRIMARY KEY ("claim_id","pool_id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "status" "RegistrationStatus" NOT NULL,
    "cancel_reason" "CancelReason",
    "cancelled_at" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_normalized" TEXT NOT NULL,
    "organization" TEXT,
    "legal_name" TEXT,
    "presence" "Presence" NOT NULL,
    "days" DATE[],
    "diet" "Diet"[],
    "photo" "PhotoPreference" NOT NULL,
    "accessibility" TEXT,
    "is_listed" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL,
    "source" "RegistrationSource" NOT NULL DEFAULT 'form',
    "submission_id" TEXT,
    "manage_version" INTEGER NOT NULL DEFAULT 1,
    "manage_token_hash" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "activity_event_id_key_key" ON "activity"("event_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "provider_account_provider_provider_account_id_key" ON "provider_account"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_token_token_key" ON "verification_token"("token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_token_identifier_token_key" ON "verification_token"("identifier", "token");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_hash_key" ON "access_token"("hash");

-- CreateIndex
CREATE INDEX "access_token_user_id_idx" ON "access_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_point_event_id_key_key" ON "check_in_point"("event_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_point_event_id_id_key" ON "check_in_point"("event_id", "id");

-- CreateIndex
CREATE INDEX "check_in_fact_registration_id_point_id_server_at_idx" ON "check_in_fact"("registration_id", "point_id", "server_at");

-- CreateIndex
CREATE INDEX "check_in_fact_event_id_server_at_idx" ON "check_in_fact"("event_id", "server_at");

-- CreateIndex
CREATE UNIQUE INDEX "consent_registration_id_kind_text_version_key" ON "consent"("registration_id", "kind", "text_version");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE INDEX "event_slug_event_id_idx" ON "event_slug"("event_id");

-- CreateIndex
CREATE INDEX "history_entry_event_id_at_idx" ON "history_entry"("event_id", "at");

-- CreateIndex
CREATE INDEX "history_entry_subject_id_at_idx" ON "history_entry"("subject_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "hotel_event_id_key_key" ON "hotel"("event_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "hotel_event_id_id_key" ON "hotel"("event_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "room_type_hotel_id_key_key" ON "room_type"("hotel_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "room_type_event_id_id_key" ON "room_type"("event_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contingent_night_room_type_id_night_key" ON "contingent_night"("room_type_id", "night");

-- CreateIndex
CREATE INDEX "stay_room_type_id_idx" ON "stay"("room_type_id");

-- CreateIndex
CREATE INDEX "outbox_mail_state_next_attempt_at_idx" ON "outbox_mail"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbox_mail_event_id_created_at_idx" ON "outbox_mail"("event_id", "created_at");

-- CreateIndex
CREATE INDEX "outbox_mail_registration_id_idx" ON "outbox_mail"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "meal_event_id_key_key" ON "meal"("event_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "meal_event_id_id_key" ON "meal"("event_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "menu_option_meal_id_key_key" ON "menu_option"("meal_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "menu_option_meal_id_id_key" ON "menu_option"("meal_id", "id");

-- CreateIndex
CREATE INDEX "meal_choice_option_id_idx" ON "meal_choice"("option_id");

-- CreateIndex
CREATE INDEX "pool_event_id_kind_idx" ON "pool"("event_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "pool_event_id_id_key" ON "pool"("event_id", "id");

-- CreateIndex
CREATE INDEX "claim_event_id_state_queued_at_idx" ON "claim"("event_id", "state", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "claim_registration_id_kind_subject_id_key" ON "claim"("registration_id", "kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_event_id_id_key" ON "claim"("event_id", "id");

-- CreateIndex
CREATE INDEX "claim_place_pool_id_idx" ON "claim_place"("pool_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_code_key" ON "registration"("code");

-- CreateIndex
CREATE UNIQUE INDEX "registration_manage_token_hash_key" ON "registration"("manage_token_hash");

-- CreateIndex
CREATE INDEX "registration_event_id_registered_at_idx" ON "registration"("event_id", "registered_at");

-- CreateIndex
CREATE UNIQUE INDEX "registration_event_id_id_key" ON "registration"("event_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_event_id_submission_id_key" ON "registration"("event_id", "submission_id");

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_event_id_pool_id_fkey" FOREIGN KEY ("event_id", "pool_id") REFERENCES "pool"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_account" ADD CONSTRAINT "provider_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_point" ADD CONSTRAINT "check_in_point_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_fact" ADD CONSTRAINT "check_in_fact_event_id_point_id_fkey" FOREIGN KEY ("event_id", "point_id") REFERENCES "check_in_point"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_fact" ADD CONSTRAINT "check_in_fact_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_slug" ADD CONSTRAINT "event_slug_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hotel" ADD CONSTRAINT "hotel_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_type" ADD CONSTRAINT "room_type_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_type" ADD CONSTRAINT "room_type_event_id_hotel_id_fkey" FOREIGN KEY ("event_id", "hotel_id") REFERENCES "hotel"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contingent_night" ADD CONSTRAINT "contingent_night_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contingent_night" ADD CONSTRAINT "contingent_night_event_id_room_type_id_fkey" FOREIGN KEY ("event_id", "room_type_id") REFERENCES "room_type"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contingent_night" ADD CONSTRAINT "contingent_night_event_id_pool_id_fkey" FOREIGN KEY ("event_id", "pool_id") REFERENCES "pool"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_event_id_room_type_id_fkey" FOREIGN KEY ("event_id", "room_type_id") REFERENCES "room_type"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meal" ADD CONSTRAINT "meal_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_option" ADD CONSTRAINT "menu_option_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_option" ADD CONSTRAINT "menu_option_event_id_meal_id_fkey" FOREIGN KEY ("event_id", "meal_id") REFERENCES "meal"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_option" ADD CONSTRAINT "menu_option_event_id_pool_id_fkey" FOREIGN KEY ("event_id", "pool_id") REFERENCES "pool"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meal_choice" ADD CONSTRAINT "meal_choice_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meal_choice" ADD CONSTRAINT "meal_choice_event_id_meal_id_fkey" FOREIGN KEY ("event_id", "meal_id") REFERENCES "meal"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meal_choice" ADD CONSTRAINT "meal_choice_meal_id_option_id_fkey" FOREIGN KEY ("meal_id", "option_id") REFERENCES "menu_option"("meal_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allergy_note" ADD CONSTRAINT "allergy_note_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool" ADD CONSTRAINT "pool_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_place" ADD CONSTRAINT "claim_place_event_id_claim_id_fkey" FOREIGN KEY ("event_id", "claim_id") REFERENCES "claim"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_place" ADD CONSTRAINT "claim_place_event_id_pool_id_fkey" FOREIGN KEY ("event_id", "pool_id") REFERENCES "pool"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;


