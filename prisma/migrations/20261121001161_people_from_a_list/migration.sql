-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('mapping', 'checked', 'running', 'done');

-- CreateEnum
CREATE TYPE "ImportFate" AS ENUM ('unread', 'new', 'known', 'wrong', 'repeated', 'left_out', 'added', 'in_line', 'updated', 'unchanged', 'skipped', 'refused');

-- CreateTable
CREATE TABLE "people_import" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'mapping',
    "format" TEXT NOT NULL,
    "headers" TEXT[],
    "mapping" TEXT[],
    "choices" JSONB NOT NULL DEFAULT '{}',
    "imported_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "cells" TEXT[],
    "email_normalized" TEXT,
    "fate" "ImportFate" NOT NULL DEFAULT 'unread',
    "problems" JSONB NOT NULL DEFAULT '{}',
    "registration_id" UUID,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateIndex
CREATE INDEX "people_import_state_started_at_idx" ON "people_import"("state", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "people_import_event_id_id_key" ON "people_import"("event_id", "id");

-- CreateIndex
CREATE INDEX "import_row_event_id_email_normalized_idx" ON "import_row"("event_id", "email_normalized");

-- CreateIndex
CREATE INDEX "import_row_registration_id_idx" ON "import_row"("registration_id");

-- AddForeignKey
ALTER TABLE "people_import" ADD CONSTRAINT "people_import_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_event_id_import_id_fkey" FOREIGN KEY ("event_id", "import_id") REFERENCES "people_import"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- whose turn it is still
CREATE INDEX import_row_waiting ON import_row (import_id, row) WHERE done_at IS NULL;

-- promises: what began has its time; what has become somebody's registration is told there and not twice
ALTER TABLE people_import ADD CONSTRAINT people_import_times
  CHECK ((state IN ('running', 'done')) = (started_at IS NOT NULL) AND (state = 'done') = (finished_at IS NOT NULL));
ALTER TABLE people_import ADD CONSTRAINT people_import_every_column_mapped
  CHECK (cardinality(headers) = cardinality(mapping));
ALTER TABLE import_row ADD CONSTRAINT import_row_forgotten
  CHECK (registration_id IS NULL OR done_at IS NULL OR cardinality(cells) = 0);

-- whoever has themselves erased is not brought back by a list that still waits
CREATE FUNCTION imports_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM import_row WHERE event_id = OLD.event_id AND email_normalized = OLD.email_normalized;
  RETURN NULL;
END $$;
CREATE TRIGGER imports_forget AFTER UPDATE OF cancel_reason ON registration
  FOR EACH ROW WHEN (NEW.cancel_reason = 'erased') EXECUTE FUNCTION imports_forget();
