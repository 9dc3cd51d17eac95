-- the public page of an edition asks for the others every time it is drawn
CREATE INDEX "event_series_idx" ON "event"("series");
