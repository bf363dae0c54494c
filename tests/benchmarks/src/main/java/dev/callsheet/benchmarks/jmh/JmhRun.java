package dev.callsheet.benchmarks.jmh;

import static java.util.Objects.requireNonNull;

import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of a class. */
public final class JmhRun {
  private static final TimeValue WARM_UP = TimeValue.seconds(1);
  private static final TimeValue ITERATION = TimeValue.milliseconds(500);
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final List<Measurement> measurements;

  /** Runs all of them, each in processes of its own. */
  public JmhRun(BenchmarkDirectories workplace, Class<?> benchmarks) {
    Options options =
        new OptionsBuilder()
            .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
            .forks(2)
            .warmupIterations(5)
            .warmupTime(WARM_UP)
            .measurementIterations(5)
            .measurementTime(ITERATION)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class)
            .jvmArgsAppend(workplace.jvmArgument())
            .build();
    try {
      Collection<RunResult> results = new Runner(options).run();
      measurements = results.stream().map(JmhRun::measurement).toList();
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** That of a contender. */
  public Measurement measurementOf(String contender, String parameter) {
    return measurements.stream()
        .filter(each -> each.contender().equals(contender) && each.parameter().equals(parameter))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(contender + " with " + parameter));
  }

  private static Measurement measurement(RunResult result) {
    String method = result.getParams().getBenchmark();
    String parameter =
        result.getParams().getParamsKeys().stream()
            .map(result.getParams()::getParam)
            .findFirst()
            .orElse("");
    double best =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(JmhRun::nanos)
            .min()
            .orElseThrow();
    double bytes = requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore();
    return new Measurement(
        method.substring(method.lastIndexOf('.') + 1), parameter, best, bytes < 0.5 ? 0 : bytes);
  }

  private static double nanos(IterationResult iteration) {
    return requireNonNull(iteration.getSecondaryResults().get(CpuTimeProfiler.NANOS)).getScore();
  }
}
