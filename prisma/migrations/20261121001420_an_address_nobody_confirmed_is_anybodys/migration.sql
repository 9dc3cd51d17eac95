-- An address that nobody confirmed may be anybody's: who registered with it takes nothing away that a list says of its owner.
DROP TRIGGER imports_forget_anonymized ON registration;
CREATE TRIGGER imports_forget_anonymized AFTER UPDATE OF anonymized_at ON registration
  FOR EACH ROW WHEN (NEW.anonymized_at IS NOT NULL AND OLD.anonymized_at IS NULL AND OLD.email_normalized <> ''
    AND (OLD.cancel_reason IS DISTINCT FROM 'expired' OR OLD.verified_at IS NOT NULL))
  EXECUTE FUNCTION imports_forget();

-- Whoever is a count already has no address, and no row of a list without one is about them.
DROP TRIGGER imports_forget ON registration;
CREATE TRIGGER imports_forget AFTER UPDATE OF cancel_reason ON registration
  FOR EACH ROW WHEN (NEW.cancel_reason = 'erased' AND OLD.email_normalized <> '') EXECUTE FUNCTION imports_forget();
