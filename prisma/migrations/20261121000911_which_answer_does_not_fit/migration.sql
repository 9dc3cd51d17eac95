-- As before, and it says which question: whoever answered it just as it was changed or taken away is asked again.
CREATE OR REPLACE FUNCTION answer_fits_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked "QuestionType";
BEGIN
  SELECT type INTO asked FROM question WHERE id = NEW.question_id FOR KEY SHARE;
  IF NOT FOUND OR NOT question_value_fits(asked, NEW.value) THEN
    RAISE EXCEPTION 'an answer does not fit its question' USING ERRCODE = 'LY003', DETAIL = NEW.question_id::text;
  END IF;
  RETURN NEW;
END $$;
