-- CreateEnum
CREATE TYPE "GroupMailState" AS ENUM ('draft', 'scheduled', 'sending', 'sent');

-- CreateEnum
CREATE TYPE "LeftOut" AS ENUM ('cancelled', 'erased', 'opted_out');

-- CreateTable
CREATE TABLE "group_mail" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" "GroupMailState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "filter" TEXT NOT NULL DEFAULT '',
    "filter_words" JSONB,
    "texts" JSONB NOT NULL,
    "is_about_event" BOOLEAN NOT NULL DEFAULT true,
    "opted_out" INTEGER NOT NULL DEFAULT 0,
    "written_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "send_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_mail_recipient" (
    "group_mail_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "was_cancelled" BOOLEAN NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "left_out" "LeftOut",
    "mail_id" UUID,

    CONSTRAINT "group_mail_recipient_pkey" PRIMARY KEY ("group_mail_id","registration_id")
);

-- CreateTable
CREATE TABLE "mail_opt_out" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "opted_out_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_opt_out_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "group_mail_event_id_id_key" ON "group_mail"("event_id", "id");

-- CreateIndex
CREATE INDEX "group_mail_state_send_at_idx" ON "group_mail"("state", "send_at");

-- CreateIndex
CREATE INDEX "group_mail_recipient_registration_id_idx" ON "group_mail_recipient"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_opt_out_hash_key" ON "mail_opt_out"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "mail_opt_out_event_id_address_hash_key" ON "mail_opt_out"("event_id", "address_hash");

-- AddForeignKey
ALTER TABLE "group_mail" ADD CONSTRAINT "group_mail_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_mail_recipient" ADD CONSTRAINT "group_mail_recipient_event_id_group_mail_id_fkey" FOREIGN KEY ("event_id", "group_mail_id") REFERENCES "group_mail"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_mail_recipient" ADD CONSTRAINT "group_mail_recipient_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_opt_out" ADD CONSTRAINT "mail_opt_out_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- whose turn it is still: each batch of a large message finds the next ones without reading those before
CREATE INDEX group_mail_recipient_waiting ON group_mail_recipient (group_mail_id, registration_id) WHERE done_at IS NULL;

-- promises: who was left out or written to is done, and never both; a draft has no time, what was pressed has one and
-- says in words whom it is for; the filter may name somebody and is forgotten once it is not needed; what is kept of an
-- address or a link opens nothing
ALTER TABLE group_mail_recipient ADD CONSTRAINT group_mail_recipient_one_fate
  CHECK (num_nonnulls(left_out, mail_id) = CASE WHEN done_at IS NULL THEN 0 ELSE 1 END);
ALTER TABLE group_mail ADD CONSTRAINT group_mail_pressed
  CHECK ((state = 'draft') = (send_at IS NULL) AND (state = 'draft') = (filter_words IS NULL));
ALTER TABLE group_mail ADD CONSTRAINT group_mail_filter_forgotten
  CHECK (state IN ('draft', 'scheduled') OR filter = '');
ALTER TABLE mail_opt_out ADD CONSTRAINT mail_opt_out_hashed
  CHECK (hash ~ '^[0-9a-f]{64}$' AND address_hash ~ '^[0-9a-f]{64}$');
