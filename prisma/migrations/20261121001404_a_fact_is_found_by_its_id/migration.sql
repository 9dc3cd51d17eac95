-- Only the key begins with the event: while nothing is known yet about how many facts there are, the planner takes any
-- index that does, keeps that plan, and reads all of an event's facts for each scan.
DROP INDEX "check_in_fact_event_id_undoes_idx";
DROP INDEX "check_in_fact_event_id_server_at_idx";
CREATE INDEX "check_in_fact_undoes_event_id_idx" ON "check_in_fact"("undoes", "event_id");
CREATE INDEX "check_in_fact_server_at_event_id_idx" ON "check_in_fact"("server_at", "event_id");
