-- CreateTable
CREATE TABLE "tombstone" (
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("kind","subject_id")
);

-- CreateTable
CREATE TABLE "privacy_notice" (
    "event_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "privacy_notice_pkey" PRIMARY KEY ("event_id","version")
);

-- CreateTable
CREATE TABLE "stay_figure" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "room_type_id" UUID NOT NULL,
    "nights" DATE[],
    "state" "ClaimState" NOT NULL,
    "has_bed" BOOLEAN NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL,
    "is_released" BOOLEAN NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "stay_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_meal_figure" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "meal_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "diet" "Diet"[],
    "people" INTEGER NOT NULL,

    CONSTRAINT "team_meal_figure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stay_figure_event_id_idx" ON "stay_figure"("event_id");

-- CreateIndex
CREATE INDEX "team_meal_figure_event_id_idx" ON "team_meal_figure"("event_id");

-- AddForeignKey
ALTER TABLE "privacy_notice" ADD CONSTRAINT "privacy_notice_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay_figure" ADD CONSTRAINT "stay_figure_event_id_room_type_id_fkey" FOREIGN KEY ("event_id", "room_type_id") REFERENCES "room_type"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_meal_figure" ADD CONSTRAINT "team_meal_figure_event_id_meal_id_fkey" FOREIGN KEY ("event_id", "meal_id") REFERENCES "meal"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_meal_figure" ADD CONSTRAINT "team_meal_figure_meal_id_option_id_fkey" FOREIGN KEY ("meal_id", "option_id") REFERENCES "menu_option"("meal_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "registration" ADD COLUMN "anonymized_at" TIMESTAMPTZ(3);

-- whoever was erased before is a count already, and stays one
UPDATE registration SET anonymized_at = COALESCE(cancelled_at, now()), name = '–', email = '', email_normalized = '',
       organization = NULL, legal_name = NULL, accessibility = NULL, is_listed = false WHERE cancel_reason = 'erased';
INSERT INTO tombstone SELECT 'person', id, anonymized_at FROM registration WHERE anonymized_at IS NOT NULL;

-- promises: a count has no name, and nothing that finds its person again can be written to it
ALTER TABLE registration ADD CONSTRAINT registration_anonymous CHECK (anonymized_at IS NULL OR (
  name = '–' AND email = '' AND email_normalized = '' AND NOT is_listed
  AND num_nonnulls(organization, legal_name, accessibility, submission_id) = 0));
DROP INDEX registration_one_live_per_address;
CREATE UNIQUE INDEX registration_one_live_per_address ON registration (event_id, email_normalized)
  WHERE status <> 'cancelled' AND anonymized_at IS NULL;
CREATE INDEX registration_somebody ON registration (event_id) WHERE anonymized_at IS NULL;

-- What others noted goes with whoever becomes a count, by whatever way; so does what a list said of them.
CREATE TRIGGER attendee_anonymized AFTER UPDATE OF anonymized_at ON registration
  FOR EACH ROW WHEN (NEW.anonymized_at IS NOT NULL) EXECUTE FUNCTION attendee_forget();
CREATE TRIGGER imports_forget_anonymized AFTER UPDATE OF anonymized_at ON registration
  FOR EACH ROW WHEN (NEW.anonymized_at IS NOT NULL AND OLD.anonymized_at IS NULL AND OLD.email_normalized <> '')
  EXECUTE FUNCTION imports_forget();

-- How many waited is a figure of the event: it stays when it is forgotten who.
CREATE OR REPLACE FUNCTION places_unwanted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('lanyard.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  UPDATE pool SET waiting = waiting - line.people
    FROM (SELECT o.pool_id, count(*) AS people FROM stale o JOIN claim c ON c.id = o.claim_id AND c.state = 'waiting' GROUP BY o.pool_id) line
   WHERE pool.id = line.pool_id;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION places_wait_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('lanyard.erasing', true) = 'on' THEN
    RETURN OLD;
  END IF;
  UPDATE pool SET waiting = waiting + CASE WHEN TG_OP = 'UPDATE' AND NEW.state = 'waiting' THEN 1 ELSE -1 END
   WHERE id IN (SELECT pool_id FROM claim_place WHERE claim_id = OLD.id);
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
