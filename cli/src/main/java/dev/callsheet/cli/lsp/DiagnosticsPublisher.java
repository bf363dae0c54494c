package dev.callsheet.cli.lsp;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.jspecify.annotations.Nullable;

/**
 * Works out what is wrong with documents, a moment after their last change, and publishes it unless
 * the document has been changed or closed meanwhile. Each kind of document has a thread.
 *
 * <p>What is decided about a document (that a run is the last, that it publishes, that the document
 * is closed) is decided inside of {@code runs.compute}, which does one thing at a time for each
 * URI: so nothing is published behind the empty list of a document that was closed.
 */
final class DiagnosticsPublisher implements AutoCloseable {
  /** Fast typing makes one run of several changes. */
  private static final long REQUESTS_DELAY_MILLIS = 20;

  private static final long SPECS_DELAY_MILLIS = 200;

  private final ScheduledExecutorService requests = thread("callsheet-lsp-requests");
  private final ScheduledExecutorService specs = thread("callsheet-lsp-specs");
  private final ConcurrentMap<String, Run> runs = new ConcurrentHashMap<>();
  private final Consumer<PublishDiagnosticsParams> published;
  private final Consumer<RuntimeException> failed;

  /**
   * Publishes what is found.
   *
   * @param published receives what is wrong with a version of a document
   * @param failed receives what kept something from being found
   */
  DiagnosticsPublisher(
      Consumer<PublishDiagnosticsParams> published, Consumer<RuntimeException> failed) {
    this.published = published;
    this.failed = failed;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Works out what is wrong with a version soon, in the place of what was to be done before. */
  void schedule(
      OpenDocument.Version version, Function<OpenDocument.Version, List<Diagnostic>> find) {
    boolean isSpec = version.kind() == OpenDocument.Kind.SPEC;
    Run next = new Run(version, find);
    runs.compute(
        version.document().uri(),
        (uri, before) -> {
          if (before != null) {
            before.cancel();
          }
          next.task =
              (isSpec ? specs : requests)
                  .schedule(
                      next,
                      isSpec ? SPECS_DELAY_MILLIS : REQUESTS_DELAY_MILLIS,
                      TimeUnit.MILLISECONDS);
          return next;
        });
  }

  /** Publishes that nothing is wrong with a document, and nothing more about it. */
  void forget(OpenDocument document) {
    runs.compute(
        document.uri(),
        (uri, last) -> {
          if (last != null) {
            last.cancel();
          }
          published.accept(new PublishDiagnosticsParams(uri, List.of()));
          return null;
        });
  }

  @Override
  public void close() {
    requests.shutdownNow();
    specs.shutdownNow();
  }

  /** One search for what is wrong. */
  private final class Run implements Runnable {
    private final OpenDocument.Version version;
    private final Function<OpenDocument.Version, List<Diagnostic>> find;
    private @Nullable Future<?> task;

    Run(OpenDocument.Version version, Function<OpenDocument.Version, List<Diagnostic>> find) {
      this.version = version;
      this.find = find;
    }

    @Override
    public void run() {
      try {
        publish(find.apply(version));
      } catch (RuntimeException | StackOverflowError e) {
        failed.accept(e instanceof RuntimeException known ? known : new IllegalStateException(e));
      }
    }

    private void publish(List<Diagnostic> found) {
      runs.computeIfPresent(
          version.document().uri(),
          (uri, last) -> {
            if (last == this && version.isCurrent()) {
              published.accept(new PublishDiagnosticsParams(uri, found, version.number()));
            }
            return last;
          });
    }

    void cancel() {
      Future<?> known = task;
      if (known != null) {
        known.cancel(false);
      }
    }
  }
}
