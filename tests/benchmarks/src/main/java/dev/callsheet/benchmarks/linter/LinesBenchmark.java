package dev.callsheet.benchmarks.linter;

import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.benchmarks.corpus.RequestLineGenerator;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.linter.Linter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Requests for one model, one a line, as many as fit into the processor's caches. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LinesBenchmark {
  /** How many lines there are: what is measured is one of them. */
  public static final int LINES = 1000;

  /** The share of lines that are wrong. */
  @Param({"0", "0.01"})
  public double wrong;

  private final Linter linter = new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
  private byte[] lines = {};

  /** Makes the lines. */
  @Setup
  public void make() throws IOException {
    List<CorpusRequest> samples =
        RequestCorpus.read(BenchmarkDirectories.ofForkedProcess().root()).stream()
            .filter(RequestCorpus::isForFirstModel)
            .toList();
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    new RequestLineGenerator(samples, wrong).write(LINES, made);
    lines = made.toByteArray();
  }

  /** The limit: no validator is faster than its tokens. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public int tokens() {
    return TokenizationBaseline.count(lines);
  }

  /** Callsheet's linter. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public int callsheet() {
    return linter.lint("requests.jsonl", lines).findings().size();
  }
}
