package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.media.SampleMedia;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the results of a valid task from sample media, and decides when they are finished. */
public final class FakeRenderer {
  private final RenderTime renderTime;
  private final SandboxBehavior behavior;
  private final MediaStore media;
  private final InstantSource clock;
  private final Map<String, RenderableModel> models = new ConcurrentHashMap<>();

  /** Renders that begin by this clock and leave their media in this store. */
  public FakeRenderer(
      RenderTime renderTime, SandboxBehavior behavior, MediaStore media, InstantSource clock) {
    this.renderTime = renderTime;
    this.behavior = behavior;
    this.media = media;
    this.clock = clock;
  }

  /** Whether there are samples of the kind of media that the model makes. */
  public boolean canRender(ModelSpec model) {
    return renderable(model).kind().isPresent();
  }

  /** Whether there are samples in the file format that a valid task asks for. */
  public boolean supportsFormat(ModelSpec model, ObjectNode task) {
    return SampleSelector.sample(renderable(model), task).isPresent();
  }

  private RenderableModel renderable(ModelSpec model) {
    return models.computeIfAbsent(model.id(), id -> RenderableModel.of(model));
  }

  /** Begins to render a valid task, of a model it can render and in a format it has. */
  public AcceptedTask render(ModelSpec model, ObjectNode task) {
    RenderableModel renderable = renderable(model);
    Instant began = clock.instant();
    Duration time = renderTime.of(SampleSelector.seconds(renderable, task, media));
    int count = count(model, task);
    int rendered = count - Math.min(count, behavior.renderFailure().failedResults());
    TaskQuote whole = TaskQuote.of(model, task, media);
    List<BigDecimal> shares = whole.split(count);
    long seed = task.path("seed").asLong(ThreadLocalRandom.current().nextLong(1L << 31));
    List<RenderResult> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant ready = began.plus(time).plus(behavior.stagger().multipliedBy(i));
      BigDecimal cost = whole.amount() == null ? null : shares.get(i);
      results.add(
          new RenderResult(
              began,
              ready,
              i < rendered ? rendered(renderable, task, ready, seed(seed, i), cost) : failed()));
    }
    return new AcceptedTask(
        task.path("taskUUID").asString(),
        task.path("taskType").asString(),
        task,
        quoteForRendered(whole, shares.subList(0, rendered), count),
        isSynchronous(model, task),
        results);
  }

  private RenderOutcome rendered(
      RenderableModel model, ObjectNode task, Instant ready, long seed, @Nullable BigDecimal cost) {
    SampleMedia sample = SampleSelector.sample(model, task).orElseThrow();
    JsonNode ttl = task.path("ttl");
    Instant expires = ttl.isNumber() ? ready.plusSeconds(ttl.asLong()) : null;
    var stored = media.store(task.path("taskUUID").asString(), sample, expires);
    return new RenderOutcome.Rendered(stored, new ResultFields(model, task).of(stored, seed, cost));
  }

  private RenderOutcome failed() {
    RenderFailure failure = behavior.renderFailure();
    return new RenderOutcome.Failed(failure.code(), failure.message());
  }

  /** A task with a webhook is delivered there, and not in the reply. */
  private static boolean isSynchronous(ModelSpec model, JsonNode task) {
    return !task.has("webhookURL")
        && EffectiveTaskParameters.value(model, task, "deliveryMethod")
            .filter(method -> method.asString("").equals("sync"))
            .isPresent();
  }

  /** Each result has the seed after the one before it; after the greatest comes 0. */
  private static long seed(long first, int index) {
    boolean isBeyond = first > Long.MAX_VALUE - index;
    return isBeyond ? first + index - Long.MIN_VALUE : first + index;
  }

  private static int count(ModelSpec model, JsonNode task) {
    return EffectiveTaskParameters.value(model, task, "numberResults")
        .map(value -> value.asInt(1))
        .orElse(1);
  }

  private static TaskQuote quoteForRendered(TaskQuote whole, List<BigDecimal> shares, int count) {
    if (whole.amount() == null || shares.size() == count) {
      return whole;
    }
    return new TaskQuote(
        shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        whole.why() + "; for the " + shares.size() + " of " + count + " results that render");
  }
}
