-- CreateTable
CREATE TABLE "attendee_tag" (
    "registration_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "attendee_tag_pkey" PRIMARY KEY ("registration_id","tag")
);

-- CreateTable
CREATE TABLE "attendee_note" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendee_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendee_view" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "query" TEXT NOT NULL,
    "columns" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendee_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendee_columns" (
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "columns" TEXT[],

    CONSTRAINT "attendee_columns_pkey" PRIMARY KEY ("event_id","user_id")
);

-- CreateIndex
CREATE INDEX "attendee_tag_event_id_tag_idx" ON "attendee_tag"("event_id", "tag");

-- CreateIndex
CREATE INDEX "attendee_note_registration_id_created_at_idx" ON "attendee_note"("registration_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "attendee_view_event_id_user_id_name_key" ON "attendee_view"("event_id", "user_id", "name");

-- AddForeignKey
ALTER TABLE "attendee_tag" ADD CONSTRAINT "attendee_tag_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee_note" ADD CONSTRAINT "attendee_note_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee_view" ADD CONSTRAINT "attendee_view_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee_view" ADD CONSTRAINT "attendee_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee_columns" ADD CONSTRAINT "attendee_columns_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee_columns" ADD CONSTRAINT "attendee_columns_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- promises: a word and a note say something
ALTER TABLE attendee_tag ADD CONSTRAINT attendee_tag_sensible CHECK (tag ~ '\S' AND length(tag) <= 50 AND tag !~ '[[:cntrl:]]');
ALTER TABLE attendee_note ADD CONSTRAINT attendee_note_sensible CHECK (text ~ '\S' AND length(text) <= 2000);
ALTER TABLE attendee_view ADD CONSTRAINT attendee_view_sensible CHECK (name ~ '\S' AND length(name) <= 80 AND length(query) <= 4000);

-- Whoever is erased is erased here too, by whatever way: lib/registrations lies below the room that notes.
CREATE FUNCTION attendee_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM attendee_note WHERE registration_id = NEW.id;
  DELETE FROM attendee_tag WHERE registration_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER attendee_forgotten AFTER UPDATE OF cancel_reason ON registration
  FOR EACH ROW WHEN (NEW.cancel_reason = 'erased') EXECUTE FUNCTION attendee_forget();
