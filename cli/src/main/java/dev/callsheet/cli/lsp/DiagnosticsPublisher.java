package dev.callsheet.cli.lsp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;

/**
 * Works out what is wrong with documents, a moment after their last change, and publishes it unless
 * the document has been changed or closed meanwhile. Each kind of document has a thread.
 */
final class DiagnosticsPublisher implements AutoCloseable {
  /** Fast typing makes one run of several changes. */
  private static final long REQUESTS_DELAY_MILLIS = 20;

  private static final long SPECS_DELAY_MILLIS = 200;

  private final ScheduledExecutorService requests = thread("callsheet-lsp-requests");
  private final ScheduledExecutorService specs = thread("callsheet-lsp-specs");
  private final Map<String, Future<?>> pending = new ConcurrentHashMap<>();
  private final BiConsumer<OpenDocument.Version, Result> published;
  private final Consumer<RuntimeException> failed;

  /** What was found in a document. */
  record Result(OpenDocument document, List<Diagnostic> diagnostics) {}

  /**
   * Publishes what is found.
   *
   * @param published receives the version and what is wrong with it
   * @param failed receives what kept something from being found
   */
  DiagnosticsPublisher(
      BiConsumer<OpenDocument.Version, Result> published, Consumer<RuntimeException> failed) {
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

  /** Works out what is wrong with a document soon, in the place of what was to be done before. */
  void schedule(OpenDocument document, Supplier<List<Diagnostic>> find) {
    OpenDocument.Version version = document.version();
    boolean isSpec = document.kind() == OpenDocument.Kind.SPEC;
    Future<?> next =
        (isSpec ? specs : requests)
            .schedule(
                () -> run(document, version, find),
                isSpec ? SPECS_DELAY_MILLIS : REQUESTS_DELAY_MILLIS,
                TimeUnit.MILLISECONDS);
    Future<?> before = pending.put(document.uri(), next);
    if (before != null) {
      before.cancel(false);
    }
  }

  private void run(
      OpenDocument document, OpenDocument.Version version, Supplier<List<Diagnostic>> find) {
    try {
      List<Diagnostic> found = find.get();
      if (document.version().number() == version.number() && pending.containsKey(document.uri())) {
        published.accept(version, new Result(document, found));
      }
    } catch (RuntimeException | StackOverflowError e) {
      failed.accept(e instanceof RuntimeException known ? known : new IllegalStateException(e));
    }
  }

  /** Publishes nothing more about a document. */
  void forget(OpenDocument document) {
    Future<?> before = pending.remove(document.uri());
    if (before != null) {
      before.cancel(false);
    }
  }

  @Override
  public void close() {
    requests.shutdownNow();
    specs.shutdownNow();
  }
}
