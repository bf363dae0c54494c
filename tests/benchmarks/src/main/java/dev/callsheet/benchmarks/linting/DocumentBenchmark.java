package dev.callsheet.benchmarks.linting;

import dev.callsheet.benchmarks.corpus.Choice;
import dev.callsheet.benchmarks.corpus.Corpus;
import dev.callsheet.benchmarks.corpus.Cycle;
import dev.callsheet.benchmarks.corpus.Sample;
import dev.callsheet.benchmarks.judging.CallsheetJudge;
import dev.callsheet.benchmarks.judging.HarrelJudge;
import dev.callsheet.benchmarks.judging.NetworkntJudge;
import dev.callsheet.benchmarks.judging.SkemaJudge;
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

/** Requests for all models, each a document of its own, from bytes to verdict. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DocumentBenchmark {
  /** Which requests. */
  @Param public Choice requests = Choice.VALID;

  private Cycle<byte[]> documents = new Cycle<>(List.of(new byte[0]));

  /** Reads the requests. */
  @Setup
  public void read() {
    documents =
        new Cycle<>(
            Corpus.read(Workplace.ofFork().root()).stream()
                .filter(sample -> requests.takes(sample.right()))
                .map(Sample::bytes)
                .toList());
  }

  /** The limit: nobody judges without having seen the tokens. */
  @Benchmark
  public int tokens() {
    return Tokens.count(documents.next());
  }

  /** Callsheet's linter. */
  @Benchmark
  public boolean callsheet(Callsheet callsheet) {
    return callsheet.judge.accepts(documents.next());
  }

  /** The validator of networknt. */
  @Benchmark
  public boolean networknt(Networknt networknt) {
    return networknt.judge.accepts(documents.next());
  }

  /** The validator of dev.harrel. */
  @Benchmark
  public boolean harrel(Harrel harrel) {
    return harrel.judge.accepts(documents.next());
  }

  /** The validator json-sKema. */
  @Benchmark
  public boolean skema(Skema skema) {
    return skema.judge.accepts(documents.next());
  }

  /** Callsheet's linter, made ready. */
  @State(Scope.Benchmark)
  public static class Callsheet {
    private final CallsheetJudge judge = new CallsheetJudge();
  }

  /** The validator of networknt, made ready. */
  @State(Scope.Benchmark)
  public static class Networknt {
    private final NetworkntJudge judge = new NetworkntJudge();
  }

  /** The validator of dev.harrel, made ready. */
  @State(Scope.Benchmark)
  public static class Harrel {
    private final HarrelJudge judge = new HarrelJudge();
  }

  /** The validator json-sKema, made ready. */
  @State(Scope.Benchmark)
  public static class Skema {
    private final SkemaJudge judge = new SkemaJudge();
  }
}
