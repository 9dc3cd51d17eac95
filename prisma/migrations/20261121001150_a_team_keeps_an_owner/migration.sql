CREATE TABLE "team_invitation" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "TeamRole" NOT NULL,
    "language" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "mail_id" UUID NOT NULL,
    "invited_by" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "team_invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "team_invitation_hash_key" ON "team_invitation"("hash");
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- promises: one address is invited to one team once at a time; who accepted was not turned away
CREATE UNIQUE INDEX team_invitation_open_once ON team_invitation (event_id, lower(email)) WHERE accepted_at IS NULL AND revoked_at IS NULL;
ALTER TABLE team_invitation ADD CONSTRAINT team_invitation_accepted_or_revoked CHECK (accepted_at IS NULL OR revoked_at IS NULL);

CREATE TABLE "team_diet" (
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "diet" "Diet"[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "team_diet_pkey" PRIMARY KEY ("event_id","user_id")
);
CREATE TABLE "team_meal" (
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "meal_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "choice" TEXT,

    CONSTRAINT "team_meal_pkey" PRIMARY KEY ("user_id","meal_id")
);
CREATE INDEX "team_meal_option_id_idx" ON "team_meal"("option_id");
ALTER TABLE "team_diet" ADD CONSTRAINT "team_diet_event_id_user_id_fkey" FOREIGN KEY ("event_id", "user_id") REFERENCES "team_member"("event_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_meal" ADD CONSTRAINT "team_meal_event_id_user_id_fkey" FOREIGN KEY ("event_id", "user_id") REFERENCES "team_member"("event_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_meal" ADD CONSTRAINT "team_meal_event_id_meal_id_fkey" FOREIGN KEY ("event_id", "meal_id") REFERENCES "meal"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_meal" ADD CONSTRAINT "team_meal_meal_id_option_id_fkey" FOREIGN KEY ("meal_id", "option_id") REFERENCES "menu_option"("meal_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A team that has an owner keeps one, whoever asks and how many at once: the lock is the one of lib/team/lock-team.ts,
-- and each statement after it sees what others have committed. The operator at the command line may.
CREATE FUNCTION team_keeps_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role <> 'owner' OR (TG_OP = 'UPDATE' AND NEW.role = 'owner') OR current_setting('lanyard.operator', true) = 'on' THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM event WHERE id = OLD.event_id) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('team ' || OLD.event_id, 0));
  IF NOT EXISTS (SELECT 1 FROM team_member m JOIN user_account u ON u.id = m.user_id
                  WHERE m.event_id = OLD.event_id AND m.role = 'owner' AND u.disabled_at IS NULL) THEN
    RAISE EXCEPTION 'a team keeps an owner' USING ERRCODE = 'LY010';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER team_keeps_owner AFTER UPDATE OR DELETE ON team_member FOR EACH ROW EXECUTE FUNCTION team_keeps_owner();
