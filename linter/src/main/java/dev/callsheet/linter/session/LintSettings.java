package dev.callsheet.linter.session;

import dev.callsheet.linter.baseline.FindingFilter.FilterOptions;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session lints.
 *
 * @param catalogue the models that requests may name
 * @param interpretation which form of a rule is validated where the two differ
 * @param clock whose date decides whether what is deprecated is still accepted
 * @param failOn the least severe finding that makes a run fail
 * @param reports where findings are reported
 * @param maxFindings how many findings the reports show, from 0; more are only counted
 * @param filter the files that list known findings
 * @param fixes whether unambiguous repairs are made in the files before they are linted
 * @param coverage whether to count what the requests exercise
 * @param coverageReport a file for these counts, in JSON; null for none
 * @param jobs how many threads lint at once, at least 1
 */
public record LintSettings(
    ModelCatalogue catalogue,
    RuleInterpretation interpretation,
    Clock clock,
    Severity failOn,
    List<ReportTarget> reports,
    long maxFindings,
    FilterOptions filter,
    boolean fixes,
    boolean coverage,
    @Nullable Path coverageReport,
    int jobs) {

  /** Copies the list. */
  public LintSettings {
    reports = List.copyOf(reports);
  }

  /** The default settings: rules as enforced, errors fail, all processors, and nothing else. */
  public static Builder builder(ModelCatalogue catalogue) {
    return new Builder(catalogue);
  }

  /** Collects settings; what is not set has its default. */
  public static final class Builder {
    private final ModelCatalogue catalogue;
    private RuleInterpretation interpretation = RuleInterpretation.ENFORCED;
    private Clock clock = Clock.systemUTC();
    private Severity failOn = Severity.ERROR;
    private List<ReportTarget> reports = List.of();
    private long maxFindings = Long.MAX_VALUE;
    private FilterOptions filter = FilterOptions.NONE;
    private boolean fixes;
    private boolean coverage;
    private @Nullable Path coverageReport;
    private int jobs = Runtime.getRuntime().availableProcessors();

    private Builder(ModelCatalogue catalogue) {
      this.catalogue = catalogue;
    }

    /** Which form of a rule is validated where the two differ; the enforced one by default. */
    public Builder interpretation(RuleInterpretation chosen) {
      interpretation = chosen;
      return this;
    }

    /** Whose date requests are judged on; today in UTC by default. */
    public Builder clock(Clock chosen) {
      clock = chosen;
      return this;
    }

    /** The least severe finding that makes a run fail; an error by default. */
    public Builder failOn(Severity severity) {
      failOn = severity;
      return this;
    }

    /** Where findings are reported; nowhere by default. */
    public Builder reports(List<? extends ReportTarget> targets) {
      reports = List.copyOf(targets);
      return this;
    }

    /** How many findings the reports show; all by default. */
    public Builder maxFindings(long count) {
      maxFindings = count;
      return this;
    }

    /** The files that list known findings; none by default. */
    public Builder filter(FilterOptions options) {
      filter = options;
      return this;
    }

    /** Whether unambiguous repairs are made in the files first; not by default. */
    public Builder fixes(boolean fixFiles) {
      fixes = fixFiles;
      return this;
    }

    /** Whether to count what the requests exercise; not by default. */
    public Builder coverage(boolean counted) {
      coverage = counted;
      return this;
    }

    /** Counts what the requests exercise, and writes that to a file, as JSON; not by default. */
    public Builder coverageReport(@Nullable Path file) {
      coverageReport = file;
      return this;
    }

    /** How many threads lint at once; as many as there are processors by default. */
    public Builder jobs(int threads) {
      jobs = threads;
      return this;
    }

    /** The settings. */
    public LintSettings build() {
      return new LintSettings(
          catalogue,
          interpretation,
          clock,
          failOn,
          reports,
          maxFindings,
          filter,
          fixes,
          coverage || coverageReport != null,
          coverageReport,
          jobs);
    }
  }
}
