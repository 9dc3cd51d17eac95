-- promises: an answer is of its question's type, and a question that somebody answered keeps its type
CREATE FUNCTION question_value_fits(p_type "QuestionType", p_value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(p_value) = CASE p_type
    WHEN 'multi_choice' THEN 'array' WHEN 'yes_no' THEN 'boolean' WHEN 'number' THEN 'number' ELSE 'string' END
$$;

CREATE FUNCTION answer_fits_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked "QuestionType";
BEGIN
  -- Whoever changes the questions at this moment comes first or waits.
  SELECT type INTO asked FROM question WHERE id = NEW.question_id FOR KEY SHARE;
  IF FOUND AND NOT question_value_fits(asked, NEW.value) THEN
    RAISE EXCEPTION 'an answer does not fit its question' USING ERRCODE = 'LY003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_fits_question BEFORE INSERT OR UPDATE ON answer
  FOR EACH ROW EXECUTE FUNCTION answer_fits_question();

CREATE FUNCTION question_keeps_type() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM answer WHERE question_id = NEW.id) THEN
    RAISE EXCEPTION 'a question that was answered keeps its type' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER question_keeps_type BEFORE UPDATE OF type ON question
  FOR EACH ROW WHEN (OLD.type <> NEW.type) EXECUTE FUNCTION question_keeps_type();
