-- CreateEnum
CREATE TYPE "HandoutList" AS ENUM ('access', 'rooming');

-- CreateTable
CREATE TABLE "handout" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "list" "HandoutList" NOT NULL,
    "hotel_id" UUID,
    "purpose" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "erase_on" DATE NOT NULL,
    "columns" TEXT[],
    "rows" INTEGER NOT NULL,
    "erased_rows" INTEGER[],
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by" UUID NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "handout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handout_line" (
    "handout_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "handout_line_pkey" PRIMARY KEY ("handout_id","registration_id")
);

-- CreateTable
CREATE TABLE "handout_link" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "handout_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handout_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handout_event_id_list_frozen_at_idx" ON "handout"("event_id", "list", "frozen_at");

-- CreateIndex
CREATE UNIQUE INDEX "handout_event_id_id_key" ON "handout"("event_id", "id");

-- CreateIndex
CREATE INDEX "handout_line_registration_id_idx" ON "handout_line"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "handout_line_handout_id_position_key" ON "handout_line"("handout_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "handout_link_hash_key" ON "handout_link"("hash");

-- CreateIndex
CREATE INDEX "handout_link_handout_id_idx" ON "handout_link"("handout_id");

-- AddForeignKey
ALTER TABLE "handout" ADD CONSTRAINT "handout_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handout" ADD CONSTRAINT "handout_event_id_hotel_id_fkey" FOREIGN KEY ("event_id", "hotel_id") REFERENCES "hotel"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handout_line" ADD CONSTRAINT "handout_line_event_id_handout_id_fkey" FOREIGN KEY ("event_id", "handout_id") REFERENCES "handout"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handout_line" ADD CONSTRAINT "handout_line_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handout_link" ADD CONSTRAINT "handout_link_event_id_handout_id_fkey" FOREIGN KEY ("event_id", "handout_id") REFERENCES "handout"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- promises: a rooming list is one hotel's, an access list nobody's; nothing about people stays past its deletion
ALTER TABLE handout ADD CONSTRAINT handout_of_a_hotel CHECK ((list = 'rooming') = (hotel_id IS NOT NULL));
ALTER TABLE handout ADD CONSTRAINT handout_says_why CHECK (purpose <> '' AND recipient <> '');
ALTER TABLE handout_link ADD CONSTRAINT handout_link_hashed CHECK (hash ~ '^[0-9a-f]{64}$');
