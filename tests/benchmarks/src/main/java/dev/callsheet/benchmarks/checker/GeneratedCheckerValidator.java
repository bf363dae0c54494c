package dev.callsheet.benchmarks.checker;

import com.acme.models.klingvideo30omnipro.KlingVideo30OmniProChecker;
import com.acme.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import java.util.List;

/** The checker that Callsheet generates. */
public class GeneratedCheckerValidator {
  private final KlingVideo30OmniProChecker checker = new KlingVideo30OmniProChecker();

  /** Whether nothing is wrong with a request, warnings aside. */
  public boolean isValid(KlingVideo30OmniProRequest request) {
    List<Violation> violations = checker.check(request);
    for (int i = 0; i < violations.size(); i++) {
      if (violations.get(i).severity() == Severity.ERROR) {
        return false;
      }
    }
    return true;
  }
}
