package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.sample.RecentFiles;
import dev.callsheet.sandbox.internal.sample.SampleDescription;
import dev.callsheet.sandbox.internal.sample.SampleFormat;
import dev.callsheet.sandbox.internal.sample.SampleMedia;
import dev.callsheet.sandbox.internal.sample.SampleMediaKind;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the results of a valid task from sample media, and decides when they are finished. */
public final class FakeRenderer {
  /** More are not made of one task, whatever it asks for. */
  private static final int MAX_RESULTS = 100;

  private final RenderTime renderTime;
  private final Duration stagger;
  private final RenderFailure failure;
  private final MediaStore media;
  private final InstantSource clock;
  private final RecentFiles files = new RecentFiles();
  private final Map<String, RenderableModel> models = new ConcurrentHashMap<>();

  /**
   * A renderer that leaves its media in this store.
   *
   * @param stagger how much later each result of a task is finished than the one before it
   * @param failure how many results of every task fail, and how
   * @param clock when renders begin
   */
  public FakeRenderer(
      RenderTime renderTime,
      Duration stagger,
      RenderFailure failure,
      MediaStore media,
      InstantSource clock) {
    this.renderTime = renderTime;
    this.stagger = stagger;
    this.failure = failure;
    this.media = media;
    this.clock = clock;
  }

  /** Whether there are samples of the kind of media that the model makes. */
  public boolean canRender(ModelSpec model) {
    return renderable(model).kind().isPresent();
  }

  /** Whether the results of the model are texts. */
  public boolean canWrite(ModelSpec model) {
    return renderable(model).isWritten();
  }

  /**
   * What to say of the file format that a valid task of a model it can render asks for; empty where
   * there are samples in it.
   */
  public Optional<String> unsupportedFormat(ModelSpec model, ObjectNode task) {
    return renderable(model).kind().flatMap(kind -> unsupportedFormat(kind, model, task));
  }

  private static Optional<String> unsupportedFormat(
      SampleMediaKind kind, ModelSpec model, ObjectNode task) {
    return SampleSelector.unsupportedFormat(kind, model, task)
        .map(
            format ->
                "The sandbox makes " + SampleFormat.names(kind) + ", and does not make " + format);
  }

  private RenderableModel renderable(ModelSpec model) {
    return models.computeIfAbsent(model.id(), id -> RenderableModel.of(model));
  }

  /**
   * Begins to render a valid task, of a model it can render; in another format where it does not
   * have the one asked for.
   */
  public AcceptedTask render(ModelSpec model, ObjectNode task, String taskUUID) {
    return render(model, task, taskUUID, TaskQuote.of(model, task, media));
  }

  /** The same for a task whose price is known. */
  public AcceptedTask render(ModelSpec model, ObjectNode task, String taskUUID, TaskQuote price) {
    RenderableModel renderable = renderable(model);
    Instant began = clock.instant();
    BigDecimal seconds = SampleSelector.seconds(renderable, task, media);
    Duration time = renderTime.of(seconds);
    int count = count(model, task);
    int rendered = count - Math.min(count, failure.failedResults());
    TaskQuote whole = unsupportedFormat(model, task).map(price::withNote).orElse(price);
    List<BigDecimal> shares = whole.split(count);
    long seed = task.path("seed").asLong(ThreadLocalRandom.current().nextLong(1L << 31));
    List<RenderResult> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant ready = began.plus(time).plus(stagger.multipliedBy(i));
      BigDecimal cost = whole.amount() == null ? null : shares.get(i);
      results.add(
          new RenderResult(
              began,
              ready,
              i < rendered
                  ? rendered(renderable, task, taskUUID, ready, seed(seed, i), seconds, cost)
                  : failed()));
    }
    return new AcceptedTask(
        taskUUID,
        model.id(),
        task.path("taskType").asString(""),
        task,
        quoteForRendered(whole, shares.subList(0, rendered), count),
        isSynchronous(model, task),
        results);
  }

  private RenderOutcome rendered(
      RenderableModel model,
      ObjectNode task,
      String taskUUID,
      Instant ready,
      long seed,
      BigDecimal seconds,
      @Nullable BigDecimal cost) {
    if (model.isWritten()) {
      return new RenderOutcome.Written(SampleText.fields(model.spec(), task, seed, cost));
    }
    SampleMedia sample =
        SampleSelector.sample(
            model.kind().orElseThrow(), model.spec(), task, seed, seconds, media::sizeOf, files);
    JsonNode ttl = task.path("ttl");
    Instant expires = ttl.isNumber() ? ready.plusSeconds(ttl.asLong()) : null;
    var stored = media.store(taskUUID, sample, expires);
    return new RenderOutcome.Rendered(
        stored, seed, cost, fields(Optional.of(model), task, stored, seed, cost));
  }

  /** What is said of a result; of one that no spec describes, what clients read of every one. */
  private static Supplier<ObjectNode> fields(
      Optional<RenderableModel> model,
      ObjectNode task,
      HostedMedia stored,
      long seed,
      @Nullable BigDecimal cost) {
    return model
        .map(described -> new ResultFields(described, task))
        .<Supplier<ObjectNode>>map(fields -> () -> fields.of(stored, seed, cost))
        .orElse(() -> UndescribedFields.of(task, stored, seed, cost));
  }

  /**
   * Goes on with a task that another sandbox accepted.
   *
   * @param json of {@link AcceptedTaskJson}
   * @param model what describes it; empty where nothing does any more
   */
  public AcceptedTask restore(JsonNode json, Optional<ModelSpec> model) {
    Optional<RenderableModel> described =
        model.map(this::renderable).filter(known -> known.kind().isPresent());
    return new AcceptedTaskJson(
            media, files, (task, stored, seed, cost) -> fields(described, task, stored, seed, cost))
        .read(json);
  }

  /** Begins to render a picture for a task of which no spec says what is made. */
  public AcceptedTask renderPicture(ObjectNode task, String taskUUID, TaskQuote quote) {
    Instant began = clock.instant();
    boolean isRendered = failure.failedResults() == 0;
    RenderOutcome outcome = !isRendered ? failed() : undescribed(task, taskUUID);
    return new AcceptedTask(
        taskUUID,
        null,
        "",
        task,
        isRendered ? quote : TaskQuote.nothing(quote.why() + "; for no result that renders"),
        false,
        List.of(new RenderResult(began, began.plus(renderTime.of(BigDecimal.ONE)), outcome)));
  }

  private RenderOutcome undescribed(ObjectNode task, String taskUUID) {
    int seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    SampleDescription description =
        new SampleDescription(
            task.path("model").asString("a model that no spec describes"),
            task.path("positivePrompt").asString(task.path("prompt").asString("")),
            seed,
            1024,
            1024,
            1,
            1,
            SampleDescription.AudioSettings.USUAL);
    HostedMedia stored =
        media.store(taskUUID, new SampleMedia(description, SampleFormat.PNG, files), null);
    return new RenderOutcome.Rendered(
        stored, seed, null, fields(Optional.empty(), task, stored, seed, null));
  }

  private RenderOutcome failed() {
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

  private int count(ModelSpec model, JsonNode task) {
    return EffectiveTaskParameters.value(model, task, "numberResults")
        .or(() -> EffectiveTaskParameters.value(model, task, "promptVersions"))
        .or(() -> numberOfPictures(model, task))
        .map(value -> value.asInt(1))
        .map(count -> Math.max(1, Math.min(MAX_RESULTS, count)))
        .orElse(1);
  }

  /** What the price of pictures is multiplied by, where a model has another name for it. */
  private Optional<JsonNode> numberOfPictures(ModelSpec model, JsonNode task) {
    Pricing pricing = model.pricing();
    return pricing == null || renderable(model).mediaKind() != SampleMediaKind.IMAGE
        ? Optional.empty()
        : pricing.charges().stream()
            .flatMap(charge -> Stream.ofNullable(charge.multiplier()))
            .findFirst()
            .flatMap(path -> EffectiveTaskParameters.value(model, task, path.toString()));
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
