-- AlterTable
ALTER TABLE "tombstone" ADD COLUMN "is_pending" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "tombstone_pending" ON "tombstone" ("erased_at") WHERE "is_pending";
