-- CreateEnum
CREATE TYPE "BulkActKind" AS ENUM ('confirm', 'decline', 'promote', 'cancel', 'tag', 'untag');

-- CreateTable
CREATE TABLE "bulk_act" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" "BulkActKind" NOT NULL,
    "tags" TEXT[],
    "is_told" BOOLEAN NOT NULL,
    "is_forced" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "filter_words" TEXT NOT NULL,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_act_person" (
    "bulk_act_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "refusal" TEXT,

    CONSTRAINT "bulk_act_person_pkey" PRIMARY KEY ("bulk_act_id","registration_id")
);

-- CreateIndex
CREATE INDEX "bulk_act_finished_at_started_at_idx" ON "bulk_act"("finished_at", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_act_event_id_id_key" ON "bulk_act"("event_id", "id");

-- CreateIndex
CREATE INDEX "bulk_act_person_registration_id_idx" ON "bulk_act_person"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_act_person_bulk_act_id_position_key" ON "bulk_act_person"("bulk_act_id", "position");

-- AddForeignKey
ALTER TABLE "bulk_act" ADD CONSTRAINT "bulk_act_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_act_person" ADD CONSTRAINT "bulk_act_person_event_id_bulk_act_id_fkey" FOREIGN KEY ("event_id", "bulk_act_id") REFERENCES "bulk_act"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_act_person" ADD CONSTRAINT "bulk_act_person_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- whose turn it is still: each step of a large act finds the next ones without reading those before
CREATE INDEX bulk_act_person_waiting ON bulk_act_person (bulk_act_id, position) WHERE done_at IS NULL;

-- promises: nobody was refused something before their turn; a place beyond the ceiling has a reason
ALTER TABLE bulk_act_person ADD CONSTRAINT bulk_act_person_refused_in_turn CHECK (refusal IS NULL OR done_at IS NOT NULL);
ALTER TABLE bulk_act ADD CONSTRAINT bulk_act_forced_with_reason CHECK (NOT is_forced OR reason <> '');
