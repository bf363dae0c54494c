package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.journal.JobRecord;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of a client, one for each platform that it speaks to. They share the loop, the
 * listeners and the budget; each has its own protocol, connections and part of the journal. Those
 * that are not there from the beginning are opened when a request needs them.
 */
public final class JobPipelines implements AutoCloseable {
  private final Map<String, JobPipeline> opened;
  private final Source source;
  private final JobPipeline first;

  /** Where pipelines come from that are not open yet. */
  public interface Source {
    /** The platforms that it has a description of, and a key to. */
    Set<String> platforms();

    /**
     * Opens the pipeline of a platform.
     *
     * @param type the model that it is needed for, which may describe its platform; null for any
     * @throws ConfigurationException if there is no key to it, or nobody has described it
     */
    JobPipeline open(String platform, @Nullable ModelType<?, ?> type);
  }

  /**
   * Pipelines by the names of their platforms; the first one is that of models whose specs name no
   * platform.
   *
   * @param opened at least one
   */
  public JobPipelines(Map<String, JobPipeline> opened, Source source) {
    this.opened = new LinkedHashMap<>(opened);
    this.source = source;
    this.first = opened.values().iterator().next();
  }

  /**
   * The pipeline of a model's platform.
   *
   * @throws ConfigurationException if there is no key for it, or nobody has described it
   */
  public JobPipeline of(ModelType<?, ?> type) {
    return type.platform().isEmpty() ? first : of(type.platform(), type);
  }

  /**
   * The pipeline of a platform.
   *
   * @throws ConfigurationException if there is no key for it, or nobody has described it
   */
  public JobPipeline of(String platform) {
    return of(platform, null);
  }

  private synchronized JobPipeline of(String platform, @Nullable ModelType<?, ?> type) {
    @Nullable JobPipeline found = opened.get(platform);
    if (found == null) {
      first.requireOpen();
      found = source.open(platform, type);
      opened.put(platform, found);
    }
    return found;
  }

  /** That of the first platform. */
  public JobPipeline first() {
    return first;
  }

  /** Those that are open. */
  public synchronized Collection<JobPipeline> all() {
    return List.copyOf(opened.values());
  }

  /** All of them, also those that no request has needed yet. */
  public Collection<JobPipeline> openAll() {
    source.platforms().forEach(platform -> of(platform, null));
    return all();
  }

  /** All jobs of the journal, which the pipelines share. */
  public List<JobRecord> recordedJobs() {
    var jobs = new ArrayList<JobRecord>();
    forEachRecordedJob(jobs::add);
    return jobs;
  }

  /**
   * Each job of the journal, oldest first, whichever part it is in. Each session knows best of the
   * jobs that are its own; what others own, the first one lists.
   */
  public void forEachRecordedJob(Consumer<? super JobRecord> reader) {
    var own =
        all().stream()
            .flatMap(pipeline -> pipeline.context().journal().session().ownJobs().stream())
            .sorted(Comparator.comparing(JobPipelines::begun))
            .collect(Collectors.toCollection(ArrayDeque::new));
    var ids = own.stream().map(JobRecord::id).collect(Collectors.toSet());
    first
        .context()
        .journal()
        .session()
        .forEachJob(
            job -> {
              while (!own.isEmpty() && !begun(own.peek()).isAfter(begun(job))) {
                reader.accept(own.remove());
              }
              if (!ids.contains(job.id())) {
                reader.accept(job);
              }
            });
    own.forEach(reader);
  }

  private static Instant begun(JobRecord job) {
    return job.task().timestamp();
  }

  /** Whether they take no more jobs. */
  public boolean isClosed() {
    return first.isClosed();
  }

  /** Stops following all jobs; their tasks go on at the server. Closing twice does nothing more. */
  @Override
  public void close() {
    if (closeRegistries() == 0) {
      return;
    }
    var loop = first.context().loop();
    var detached = CompletableFuture.runAsync(this::detachAll, loop);
    loop.close();
    all().forEach(pipeline -> pipeline.context().scheduler().close());
    detached.join();
    all().forEach(pipeline -> pipeline.context().journal().close());
  }

  private synchronized long closeRegistries() {
    return opened.values().stream().filter(JobPipeline::closeRegistry).count();
  }

  private void detachAll() {
    all().forEach(JobPipeline::detachAll);
    first.context().events().close();
  }
}
