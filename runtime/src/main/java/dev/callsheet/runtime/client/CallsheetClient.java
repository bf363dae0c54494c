package dev.callsheet.runtime.client;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Spending;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.error.WebhookException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.media.RemoteMedia;
import dev.callsheet.runtime.client.webhook.WebhookReceipt;
import dev.callsheet.runtime.internal.job.JobPipelines;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to platforms and follows the tasks that they become. One client serves any number
 * of jobs from any number of threads, with a handful of threads of its own.
 *
 * <p>Every task is in the client's journal before it is sent. Closing the client, or a crash, only
 * stops the following: tasks that have been sent go on at the server, and the next client
 * {@linkplain #resume() resumes} them.
 */
public final class CallsheetClient implements AutoCloseable {
  private final URI endpoint;
  private final JobPipelines pipelines;
  private final @Nullable MediaStorage media;

  CallsheetClient(URI endpoint, JobPipelines pipelines, @Nullable MediaStorage media) {
    this.endpoint = endpoint;
    this.pipelines = pipelines;
    this.media = media;
  }

  /**
   * A client for every platform whose key is there, in the environment variable that the platform's
   * description names: {@code RUNWARE_API_KEY}, {@code FAL_KEY}, {@code REPLICATE_API_TOKEN} and so
   * on. The directory of the journal is in {@code CALLSHEET_JOURNAL}, another endpoint in {@code
   * CALLSHEET_ENDPOINT_} and the platform's name in capitals ({@code CALLSHEET_ENDPOINT} for
   * Runware), where those are set.
   *
   * @throws ConfigurationException if all keys are missing, or something is malformed
   * @throws JournalException if the journal cannot be written
   */
  public static CallsheetClient fromEnvironment() {
    return builder().environment(System.getenv()).build();
  }

  /** Settings for a client, to change and {@linkplain CallsheetClientBuilder#build build} from. */
  public static CallsheetClientBuilder builder() {
    return new CallsheetClientBuilder();
  }

  /**
   * Validates a request and starts to send it; waits for nothing, unless a budget is shared: then
   * for its ledger. It is in the journal before it is sent. It is sent again as long as its arrival
   * is uncertain and the retry policy allows it, and the platform makes that safe: by an id that it
   * recognizes a repetition by, or by asking for the task first. Where it does neither, the task is
   * never sent again. So it is paid once. For a request whose job is active already, that job is
   * returned.
   *
   * @throws InvalidRequestException if the request breaks a rule of its model; nothing was sent
   * @throws BudgetException if it may cost more than the budget allows; nothing was sent
   * @throws JournalException if a shared budget cannot be asked; nothing was sent
   * @throws IllegalArgumentException if another request with the same job id is active
   * @throws IllegalStateException if the client is closed
   * @throws ConfigurationException if the client has no key for the model's platform, or does not
   *     know it
   */
  public <R extends ModelResult> Job<R> submit(ModelRequest<R> request) {
    return pipelines.of(request.modelType()).submit(request);
  }

  /**
   * What a request will cost, by its model's price list, as far as that can be known. The length of
   * media is known that travels in the request, and of what this client {@linkplain #media stored}
   * from files.
   */
  public Price estimate(ModelRequest<?> request) {
    return pipelines.first().estimate(request);
  }

  /**
   * What the requests submitted with this client have cost and may still cost; those of all clients
   * that share its {@link dev.callsheet.runtime.client.budget.BudgetLedger}. Jobs that it attached
   * to or resumed count only where that ledger has something set aside for them.
   */
  public Spending spending() {
    return pipelines.first().spending();
  }

  /**
   * Follows a task that was submitted before, by whatever client. The server answers for a task it
   * does not know as for one that is not finished yet.
   *
   * @param type the task's model
   * @param task the id of its job
   * @param expectedResults how many results it was asked for; at least 1
   * @throws IllegalStateException if the client is closed
   */
  public <R extends ModelResult> Job<R> attach(
      ModelType<?, R> type, UUID task, int expectedResults) {
    return pipelines.of(type).attach(type, task, expectedResults);
  }

  /**
   * Hands the body of a webhook to the jobs that it is about. A job whose last result is in it
   * finishes without another poll; what is known already has no effect. It may come before the
   * server has answered the submission: then it proves that the task was accepted.
   *
   * <p>Returns at once. A job of several results whose failures come by webhook only is polled as
   * usual: two reports of one failure cannot be distinguished from two failures.
   *
   * @param body as it came, in any of the forms that the API was seen to use
   * @throws WebhookException if it names no task
   */
  public WebhookReceipt handleWebhook(byte[] body) {
    return pipelines.first().onWebhook(body);
  }

  /**
   * The storage of media of the account at the first platform, for inputs that are too large to
   * travel inside requests.
   *
   * @throws ConfigurationException if that platform has none that this client knows to use
   */
  public MediaStorage media() {
    if (media == null) {
      throw new ConfigurationException("This client has no storage of media at " + endpoint);
    }
    return media;
  }

  /**
   * Stores a file with a platform, so that requests can name it: with Runware in the {@linkplain
   * #media storage} of the account, with others as their descriptions say. The file is sent piece
   * by piece, and again while that can help; storing costs nothing.
   *
   * <pre>{@code
   * String portrait = client.upload("fal", Media.of(Path.of("keeper.png"))).parameter();
   * }</pre>
   *
   * @return what stands for it in requests to that platform, and to no other
   * @throws dev.callsheet.runtime.client.error.MediaException if the file is too large or cannot be
   *     read, or the thread is interrupted
   * @throws dev.callsheet.runtime.client.error.ApiException if the platform does not take it
   * @throws ConfigurationException if the client has no key for the platform, does not know it, or
   *     the platform stores no files
   */
  public RemoteMedia upload(String platform, LocalMedia media) {
    return pipelines.of(platform).upload(media);
  }

  /**
   * Takes up every job in the journal that nobody follows: started by a process that is gone or a
   * client that is closed, and not {@linkplain Job#acknowledge acknowledged}. Each continues from
   * where it was: a task that may not have arrived is sent again, with the same UUID and the same
   * bytes; one that the server has is followed; one that is finished is returned with its results.
   * Jobs of another account or endpoint are left alone, and so are those that a living process
   * follows. To be called when a program starts, and at times where several share a journal.
   *
   * <p>Blocks while it reads the journal. The jobs come oldest first, platform by platform.
   *
   * @throws JournalException if the journal cannot be read or written
   * @throws IllegalStateException if the client is closed
   */
  public List<Job<RawResult>> resume() {
    return resume(any -> true);
  }

  /** As {@link #resume()}, but of one model's jobs only, with results of its type. */
  public <R extends ModelResult> List<Job<R>> resume(ModelType<?, R> type) {
    return pipelines
        .of(type)
        .resume(
            known ->
                known.task().platform().equals(type.platform())
                    && known.task().model().equals(type.id()),
            known -> type);
  }

  /**
   * As {@link #resume()}, but of one job only, also where this client has it already; empty if the
   * journal has none that it may take up.
   *
   * @throws IllegalArgumentException if this client follows the job with results of another type
   */
  public Optional<Job<RawResult>> resume(UUID task) {
    return pipelines.openAll().stream()
        .flatMap(pipeline -> pipeline.resume(task, CallsheetClient::rawModelType).stream())
        .findFirst();
  }

  private List<Job<RawResult>> resume(Predicate<JobRecord> wanted) {
    return pipelines.openAll().stream()
        .flatMap(pipeline -> pipeline.resume(wanted, CallsheetClient::rawModelType).stream())
        .toList();
  }

  private static ModelType<?, RawResult> rawModelType(JobRecord known) {
    return RawRequest.type(known.task().platform(), known.task().model());
  }

  /**
   * What the journal knows of all jobs that are not acknowledged, whoever follows them, oldest
   * first; of other accounts and endpoints, too. Blocks.
   *
   * @throws JournalException if the journal cannot be read
   */
  public List<JobRecord> jobs() {
    return pipelines.recordedJobs();
  }

  /**
   * Shows what {@link #jobs} lists one by one, also where a journal in a database has more of it
   * than memory has room for. Blocks; {@code reader} is called by this thread or another, in order.
   *
   * @throws JournalException if the journal cannot be read
   */
  public void forEachJob(Consumer<? super JobRecord> reader) {
    pipelines.forEachRecordedJob(reader);
  }

  /**
   * What of the journal {@link #resume} and {@link #jobs} could not read so far, and what it may
   * have held: a damaged line, a file of another program. All the rest is used without it. Empty as
   * a rule.
   */
  public List<JournalProblem> journalProblems() {
    return pipelines.all().stream()
        .flatMap(pipeline -> pipeline.journalProblems().stream())
        .distinct()
        .toList();
  }

  /** Where requests to the first platform go. */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * Stops following all jobs; who waits for one gets a {@link
   * dev.callsheet.runtime.client.error.JobPendingException}. Closing twice has no further effect.
   */
  @Override
  public void close() {
    pipelines.close();
  }

  @Override
  public String toString() {
    return "CallsheetClient for " + endpoint + (pipelines.isClosed() ? " (closed)" : "");
  }
}
