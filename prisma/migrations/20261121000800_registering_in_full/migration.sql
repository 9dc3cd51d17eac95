-- CreateEnum
CREATE TYPE "QuestionType" AS ENUM ('text', 'long_text', 'choice', 'multi_choice', 'yes_no', 'number', 'date');

-- CreateEnum
CREATE TYPE "RegistrationTokenPurpose" AS ENUM ('change_email', 'transfer');

-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "access_code" TEXT;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "confirm_hours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "offer_hours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "reminders" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "once_key" TEXT;

-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "is_stay_undecided" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "still_coming_at" TIMESTAMPTZ(3),
ADD COLUMN     "unverified_until" TIMESTAMPTZ(3),
ADD COLUMN     "verified_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "room_share" (
    "host_id" UUID NOT NULL,
    "guest_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "paired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_share_pkey" PRIMARY KEY ("host_id")
);

-- CreateTable
CREATE TABLE "mail_text" (
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT,
    "opening" TEXT,

    CONSTRAINT "mail_text_pkey" PRIMARY KEY ("event_id","kind","language")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "type" "QuestionType" NOT NULL,
    "options" TEXT[],
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "show_when" JSONB NOT NULL DEFAULT '{}',
    "presence" "ActivityPresence" NOT NULL DEFAULT 'both',
    "is_at_check_in" BOOLEAN NOT NULL DEFAULT false,
    "access_code" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "registration_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("registration_id","question_id")
);

-- CreateTable
CREATE TABLE "registration_token" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "purpose" "RegistrationTokenPurpose" NOT NULL,
    "hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registration_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "registration_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "room_share_guest_id_key" ON "room_share"("guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_share_event_id_host_id_key" ON "room_share"("event_id", "host_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_share_event_id_guest_id_key" ON "room_share"("event_id", "guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_event_id_key_key" ON "question"("event_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "question_event_id_id_key" ON "question"("event_id", "id");

-- CreateIndex
CREATE INDEX "answer_question_id_idx" ON "answer"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_token_hash_key" ON "registration_token"("hash");

-- CreateIndex
CREATE INDEX "registration_token_registration_id_purpose_idx" ON "registration_token"("registration_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_hash_key" ON "invitation"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_event_id_registration_id_key" ON "invitation"("event_id", "registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_once_key_key" ON "outbox_mail"("once_key");

-- AddForeignKey
ALTER TABLE "room_share" ADD CONSTRAINT "room_share_event_id_host_id_fkey" FOREIGN KEY ("event_id", "host_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_share" ADD CONSTRAINT "room_share_event_id_guest_id_fkey" FOREIGN KEY ("event_id", "guest_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_text" ADD CONSTRAINT "mail_text_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_event_id_question_id_fkey" FOREIGN KEY ("event_id", "question_id") REFERENCES "question"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_token" ADD CONSTRAINT "registration_token_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- promises: an offer is a place held until a moment, an unverified person has one too; nobody shares a room with themselves
ALTER TABLE claim ADD CONSTRAINT claim_offer_is_held CHECK (offered_until IS NULL OR state = 'held');
ALTER TABLE registration ADD CONSTRAINT registration_unverified_expires CHECK (status <> 'unverified' OR unverified_until IS NOT NULL);
ALTER TABLE room_share ADD CONSTRAINT room_share_of_two CHECK (host_id <> guest_id);
ALTER TABLE event ADD CONSTRAINT event_hours_sensible CHECK (offer_hours BETWEEN 1 AND 720 AND confirm_hours BETWEEN 1 AND 720);
CREATE INDEX claim_offer_due ON claim (offered_until) WHERE offered_until IS NOT NULL;
CREATE INDEX registration_unverified_due ON registration (unverified_until) WHERE status = 'unverified';
CREATE TRIGGER question_changed AFTER INSERT OR UPDATE OR DELETE ON question FOR EACH ROW EXECUTE FUNCTION event_part_changed();

-- questions were kept as written until now
INSERT INTO question (id, event_id, key, labels, type, options, is_required, show_when, presence, is_at_check_in, position)
  SELECT gen_random_uuid(), e.id, q ->> 'key', q -> 'label', (q ->> 'type')::"QuestionType",
      ARRAY(SELECT jsonb_array_elements_text(COALESCE(q -> 'options', '[]'))), COALESCE((q ->> 'required')::boolean, false),
      COALESCE(q -> 'when', '{}'), COALESCE(q ->> 'presence', 'both')::"ActivityPresence", COALESCE((q ->> 'at_check_in')::boolean, false), n - 1
    FROM event e, jsonb_array_elements(e.extras -> 'questions') WITH ORDINALITY AS listed (q, n)
   WHERE jsonb_typeof(e.extras -> 'questions') = 'array';
UPDATE event SET extras = extras - 'questions' WHERE extras ? 'questions';

-- Wishes of somebody who holds nothing yet: they rest until the organizers have approved.
CREATE FUNCTION places_wish(p_event uuid, p_registration uuid, p_wishes jsonb, p_queued_at timestamptz)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO claim (id, event_id, registration_id, kind, subject_id, state, queued_at)
    SELECT (w ->> 'id')::uuid, p_event, p_registration, (w ->> 'kind')::"ClaimKind", (w ->> 'subjectId')::uuid, 'wished', p_queued_at
      FROM jsonb_array_elements(p_wishes) w;
  INSERT INTO claim_place (claim_id, pool_id, event_id)
    SELECT (w ->> 'id')::uuid, pool_id::uuid, p_event
      FROM jsonb_array_elements(p_wishes) w, jsonb_array_elements_text(w -> 'pools') pool_id;
$$;

-- As before, with the end of an offer and of waiting for a confirmed address.
CREATE OR REPLACE FUNCTION registrations_standing(p_registration uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'registrationId', r.id, 'status', r.status, 'unverifiedUntil', r.unverified_until,
    'claims', COALESCE((SELECT jsonb_agg(jsonb_build_object(
        'kind', c.kind, 'subjectId', c.subject_id, 'state', c.state, 'offeredUntil', c.offered_until,
        'ahead', CASE WHEN c.state = 'waiting' THEN places_ahead(c.id) END) ORDER BY c.kind, c.subject_id)
      FROM claim c WHERE c.registration_id = r.id), '[]'))
  FROM registration r WHERE r.id = p_registration
$$;

-- As before, and somebody who has to be approved is told that everything rests.
CREATE OR REPLACE FUNCTION registrations_would_stand(p_event uuid, p_wishes jsonb, p_status text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  wish jsonb;
  wanted uuid[];
  status text := p_status;
  is_admitted boolean := p_status <> 'pending_approval';
  claim_state text;
  people_ahead integer;
  claims jsonb := '[]';
BEGIN
  FOR wish IN SELECT * FROM jsonb_array_elements(p_wishes) LOOP
    wanted := ARRAY(SELECT jsonb_array_elements_text(wish -> 'pools')::uuid);
    people_ahead := NULL;
    IF NOT is_admitted THEN
      claim_state := 'wished';
    ELSIF NOT EXISTS (SELECT 1 FROM pool WHERE id = ANY (wanted) AND taken >= size) THEN
      claim_state := 'held';
    ELSIF (wish ->> 'mayWait')::boolean THEN
      claim_state := 'waiting';
      SELECT count(DISTINCT c.id) INTO people_ahead FROM claim c JOIN claim_place cp ON cp.claim_id = c.id
        WHERE c.event_id = p_event AND c.state = 'waiting' AND cp.pool_id = ANY (wanted);
      IF wish ->> 'kind' = 'event' THEN
        is_admitted := false;
        IF status = 'confirmed' THEN status := 'waitlisted'; END IF;
      END IF;
    ELSE
      RAISE EXCEPTION 'no place left' USING ERRCODE = 'LY001', DETAIL = (wish ->> 'kind') || ' ' || (wish ->> 'subjectId');
    END IF;
    claims := claims || jsonb_build_object('kind', wish ->> 'kind', 'subjectId', wish ->> 'subjectId', 'state', claim_state, 'offeredUntil', NULL, 'ahead', people_ahead);
  END LOOP;
  RETURN jsonb_build_object('registrationId', NULL, 'status', status, 'unverifiedUntil', NULL, 'claims', claims);
END $$;

-- Described in lib/registrations/register.ts. New: answers to questions, waiting for a confirmed address or for
-- approval, a personal invitation, a stay not decided yet.
CREATE OR REPLACE FUNCTION registrations_register(p_event uuid, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  r jsonb := p -> 'registration';
  me uuid := (r ->> 'id')::uuid;
  found_id uuid;
  standing jsonb;
BEGIN
  FOR attempt IN 1..5 LOOP
    INSERT INTO registration (id, event_id, code, status, name, email, email_normalized, organization, legal_name, presence, days, diet,
        photo, accessibility, is_listed, language, source, submission_id, manage_token_hash, registered_at, unverified_until, is_stay_undecided)
      VALUES (me, p_event, r ->> 'code', (r ->> 'status')::"RegistrationStatus", r ->> 'name', r ->> 'email', r ->> 'emailNormalized',
        r ->> 'organization', r ->> 'legalName', (r ->> 'presence')::"Presence",
        ARRAY(SELECT jsonb_array_elements_text(r -> 'days')::date), ARRAY(SELECT jsonb_array_elements_text(r -> 'diet')::"Diet"),
        (r ->> 'photo')::"PhotoPreference", r ->> 'accessibility', (r ->> 'isListed')::boolean, r ->> 'language',
        (r ->> 'source')::"RegistrationSource", r ->> 'submissionId', r ->> 'manageTokenHash', (r ->> 'registeredAt')::timestamptz,
        (r ->> 'unverifiedUntil')::timestamptz, COALESCE((r ->> 'isStayUndecided')::boolean, false))
      ON CONFLICT DO NOTHING;
    EXIT WHEN FOUND;
    SELECT id INTO found_id FROM registration WHERE event_id = p_event AND submission_id = r ->> 'submissionId';
    IF FOUND THEN
      RETURN registrations_standing(found_id) || '{"outcome": "repeated"}';
    END IF;
    SELECT id INTO found_id FROM registration
      WHERE event_id = p_event AND email_normalized = r ->> 'emailNormalized' AND status <> 'cancelled';
    IF FOUND THEN
      -- Its owner is told in the mailbox, at most every ten minutes; whoever asks learns only what anybody would.
      INSERT INTO outbox_mail (id, event_id, registration_id, kind, language, to_name, to_address, facts)
        SELECT (p #>> '{mail,id}')::uuid, p_event, known.id, 'already_registered', known.language, known.name, known.email,
            (p #> '{mail,facts}') || registrations_standing(known.id) || jsonb_build_object('name', known.name, 'code', known.code, 'manageVersion', known.manage_version)
          FROM registration known
         WHERE known.id = found_id AND NOT EXISTS (SELECT 1 FROM outbox_mail m
               WHERE m.registration_id = known.id AND m.kind = 'already_registered' AND m.created_at > now() - interval '10 minutes');
      RETURN registrations_would_stand(p_event, p -> 'wishes', CASE WHEN (p ->> 'isResting')::boolean THEN 'pending_approval' ELSE r ->> 'status' END)
          || CASE WHEN (p ->> 'isResting')::boolean THEN jsonb_build_object('status', r ->> 'status') ELSE '{}' END
          || '{"outcome": "already_registered"}';
    END IF;
    -- Somebody cancelled and registers again at the same moment: what stood in the way is gone by now.
    IF attempt = 5 THEN
      RAISE EXCEPTION 'a registration that is neither there nor not there' USING ERRCODE = 'unique_violation';
    END IF;
  END LOOP;

  IF p ->> 'invitationHash' IS NOT NULL THEN
    UPDATE invitation SET registration_id = me
      WHERE event_id = p_event AND hash = p ->> 'invitationHash' AND registration_id IS NULL AND revoked_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'invitation spent' USING ERRCODE = 'LY002';
    END IF;
  END IF;
  IF (p ->> 'isResting')::boolean THEN
    PERFORM places_wish(p_event, me, p -> 'wishes', (r ->> 'registeredAt')::timestamptz);
  ELSE
    PERFORM places_take(p_event, me, p -> 'wishes', (r ->> 'registeredAt')::timestamptz);
    UPDATE registration SET status = 'waitlisted'
      WHERE id = me AND status = 'confirmed' AND EXISTS (SELECT 1 FROM claim WHERE registration_id = me AND kind = 'event' AND state = 'waiting');
  END IF;

  INSERT INTO meal_choice (registration_id, meal_id, event_id, option_id, choice)
    SELECT me, (m ->> 'mealId')::uuid, p_event, (m ->> 'optionId')::uuid, m ->> 'choice' FROM jsonb_array_elements(p -> 'meals') m;
  INSERT INTO allergy_note (registration_id, event_id, text) SELECT me, p_event, p ->> 'allergies' WHERE p ->> 'allergies' IS NOT NULL;
  INSERT INTO stay (registration_id, event_id, room_type_id, nights, roommate)
    SELECT me, p_event, (s ->> 'roomTypeId')::uuid, ARRAY(SELECT jsonb_array_elements_text(s -> 'nights')::date), s ->> 'roommate'
      FROM jsonb_array_elements(p -> 'stays') s;
  INSERT INTO answer (registration_id, question_id, event_id, value)
    SELECT me, (a ->> 'questionId')::uuid, p_event, a -> 'value' FROM jsonb_array_elements(COALESCE(p -> 'answers', '[]')) a;
  INSERT INTO consent (id, registration_id, event_id, kind, text_version, is_given, decided_at, language)
    SELECT (c ->> 'id')::uuid, me, p_event, c ->> 'kind', (c ->> 'textVersion')::integer, (c ->> 'isGiven')::boolean,
        (r ->> 'registeredAt')::timestamptz, r ->> 'language'
      FROM jsonb_array_elements(p -> 'consents') c;

  standing := registrations_standing(me);
  INSERT INTO history_entry (id, event_id, actor_kind, actor_id, act, subject, subject_id, facts)
    VALUES ((p ->> 'historyId')::uuid, p_event, p #>> '{actor,kind}', p #>> '{actor,id}', 'registered', 'registration', me::text,
      jsonb_build_object('status', standing -> 'status', 'source', r ->> 'source'));
  INSERT INTO outbox_mail (id, event_id, registration_id, kind, language, to_name, to_address, facts)
    VALUES ((p #>> '{mail,id}')::uuid, p_event, me, standing ->> 'status', r ->> 'language', r ->> 'name', r ->> 'email',
      (p #> '{mail,facts}') || standing);
  RETURN standing || '{"outcome": "registered"}';
END $$;
