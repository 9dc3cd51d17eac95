-- A mail that has left is shown as it left, whatever the event says today.
ALTER TABLE "outbox_mail" ADD COLUMN "own_opening" TEXT,
ADD COLUMN "own_subject" TEXT;

-- promises: own words say something, in a size that a mail program shows
ALTER TABLE mail_text ADD CONSTRAINT mail_text_says_something CHECK (subject IS NOT NULL OR opening IS NOT NULL);
ALTER TABLE mail_text ADD CONSTRAINT mail_text_sensible CHECK (
  (subject IS NULL OR (length(subject) BETWEEN 1 AND 200 AND subject !~ '[[:cntrl:]]')) AND (opening IS NULL OR length(opening) BETWEEN 1 AND 2000));
