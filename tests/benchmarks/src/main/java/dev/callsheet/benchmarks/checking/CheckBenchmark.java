package dev.callsheet.benchmarks.checking;

import dev.callsheet.benchmarks.corpus.Choice;
import dev.callsheet.benchmarks.corpus.Cycle;
import dev.callsheet.benchmarks.judging.NetworkntJudge;
import dev.callsheet.benchmarks.process.Workplace;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Requests for one model, each an object already, from there to the verdict. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CheckBenchmark {
  /** Which requests. */
  @Param public Choice requests = Choice.VALID;

  private Cycle<TypedRequest> typed = new Cycle<>(List.of());

  /** Reads the requests. */
  @Setup
  public void read() {
    typed =
        new Cycle<>(
            TypedRequest.read(Workplace.ofFork().root()).stream()
                .filter(request -> requests.takes(request.right()))
                .toList());
  }

  /** The checker that Callsheet generates. */
  @Benchmark
  public boolean callsheet(Checked checked) {
    return checked.accepts(typed.next().generated());
  }

  /** Hibernate Validator. */
  @Benchmark
  public boolean hibernate(Beans beans) {
    return beans.accepts(typed.next().bean());
  }

  /** The validator of networknt. */
  @Benchmark
  public boolean networknt(Trees trees) {
    return trees.judge.accepts(typed.next().tree());
  }

  /** The generated checker. */
  @State(Scope.Benchmark)
  public static class Checked extends GeneratedJudge {}

  /** Hibernate Validator, made ready. */
  @State(Scope.Benchmark)
  public static class Beans extends BeanJudge {}

  /** The validator of networknt, made ready. */
  @State(Scope.Benchmark)
  public static class Trees {
    private final NetworkntJudge judge = new NetworkntJudge();
  }
}
