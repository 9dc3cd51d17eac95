CREATE TABLE "installation_setting" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 0,
    "event_creators" TEXT,
    "is_second_factor_required" BOOLEAN NOT NULL DEFAULT false,
    "operator_name" TEXT,
    "contact_email" TEXT,
    "legal_notice" TEXT,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "installation_setting_pkey" PRIMARY KEY ("id")
);

-- promises: one house, one row of settings
ALTER TABLE installation_setting ADD CONSTRAINT installation_setting_is_one CHECK (id = 1);
ALTER TABLE installation_setting ADD CONSTRAINT installation_setting_event_creators CHECK (event_creators IN ('admins', 'owners', 'organizers'));
