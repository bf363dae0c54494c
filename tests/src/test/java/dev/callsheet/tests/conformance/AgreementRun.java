package dev.callsheet.tests.conformance;

import dev.callsheet.tests.differential.Opinions;
import dev.callsheet.tests.differential.SmallerRequests;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Has requests for many models judged by everybody, on all processors. The requests are made in
 * batches of their own seeds, so that the same ones are judged however many processors there are.
 *
 * @param requests how many random ones there are for each model, besides the fixed ones
 * @param sandboxed one in so many is sent to a sandbox as well
 */
record AgreementRun(int requests, long seed, int sandboxed, PlayedPlatforms sandboxes) {
  private static final int BATCH = 5_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of how many disagreements of a batch the smallest request is searched for. */
  private static final int EXAMPLES = 3;

  /**
   * The outcome for each of the models, in their order.
   *
   * @param finished is given each as soon as it is there
   */
  List<ModelAgreement> judge(List<ConformanceModel> models, Consumer<ModelAgreement> finished)
      throws InterruptedException, ExecutionException {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Map<ConformanceModel, List<Future<ModelAgreement>>> batches = new LinkedHashMap<>();
      for (ConformanceModel model : models) {
        List<Future<ModelAgreement>> own = new ArrayList<>();
        own.add(workers.submit(() -> judge(model, model.fixedRequests())));
        for (int from = 0; from < requests; from += BATCH) {
          int size = Math.min(BATCH, requests - from);
          long batchSeed = seed + 31L * model.model().qualifiedId().hashCode() + from;
          own.add(workers.submit(() -> judge(model, model.randomRequests(size, batchSeed))));
        }
        batches.put(model, own);
      }
      List<ModelAgreement> outcome = new ArrayList<>();
      for (Map.Entry<ConformanceModel, List<Future<ModelAgreement>>> each : batches.entrySet()) {
        ModelAgreement sum = ModelAgreement.none(each.getKey().model().qualifiedId());
        for (Future<ModelAgreement> batch : each.getValue()) {
          sum = sum.plus(batch.get());
        }
        outcome.add(sum);
        finished.accept(sum);
      }
      return outcome;
    } finally {
      workers.shutdownNow();
    }
  }

  private ModelAgreement judge(ConformanceModel model, Stream<JsonNode> requests) {
    Batch batch = new Batch(model);
    for (Iterator<JsonNode> each = requests.iterator(); each.hasNext(); ) {
      batch.judge(each.next());
    }
    return batch.outcome();
  }

  /** Counts what is said of some requests. */
  private final class Batch {
    private final ConformanceModel model;
    private final long start = THREADS.getCurrentThreadCpuTime();
    private final Set<String> examples = new LinkedHashSet<>();
    private long judged;
    private long valid;
    private long unreadable;
    private long notExpressed;
    private long sent;
    private long disagreements;

    Batch(ConformanceModel model) {
      this.model = model;
    }

    void judge(JsonNode request) {
      Opinions opinions = model.judged().opinionsOn(request);
      boolean isSent = judged % sandboxed == 0 && sandboxes.play(model.model());
      judged++;
      valid += opinions.isValid() ? 1 : 0;
      unreadable += opinions.isUnreadable() ? 1 : 0;
      notExpressed += !opinions.isValid() && opinions.schemaOverlooks() ? 1 : 0;
      sent += isSent ? 1 : 0;
      if (disagreement(opinions, isSent).isPresent()) {
        disagreements++;
        if (disagreements <= EXAMPLES) {
          examples.add(smallest(request, isSent));
        }
      }
    }

    private Optional<String> disagreement(Opinions opinions, boolean isSent) {
      return opinions
          .disagreement()
          .or(() -> isSent ? sandboxes.disagreement(model.model(), opinions) : Optional.empty());
    }

    private String smallest(JsonNode request, boolean isSent) {
      JsonNode smallest =
          SmallerRequests.smallest(
              request,
              smaller ->
                  model.isForModel(smaller)
                      && disagreement(model.judged().opinionsOn(smaller), isSent).isPresent());
      return "%s: %s\n  to be kept in tests/%s"
          .formatted(
              model.model().qualifiedId(),
              disagreement(model.judged().opinionsOn(smallest), isSent)
                  .orElse("not the second time: " + request),
              KeptRequests.folder(model.model()));
    }

    ModelAgreement outcome() {
      return new ModelAgreement(
          model.model().qualifiedId(),
          judged,
          valid,
          unreadable,
          notExpressed,
          sent,
          disagreements,
          examples,
          Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start));
    }
  }
}
