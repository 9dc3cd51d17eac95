-- Alone, for a word may be used only once it is there.
ALTER TYPE "ScanKind" ADD VALUE 'leave';
ALTER TYPE "ScanOutcome" ADD VALUE 'left';
