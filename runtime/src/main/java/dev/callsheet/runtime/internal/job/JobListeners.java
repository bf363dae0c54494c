package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The listeners of one job, beside the client's. Changes on the loop only. */
final class JobListeners<R extends ModelResult> {
  private final EventDispatcher events;
  private final List<Consumer<? super Progress>> progressListeners = new ArrayList<>();
  private final List<Consumer<? super Delivery<R>>> resultListeners = new ArrayList<>();

  JobListeners(EventDispatcher events) {
    this.events = events;
  }

  void addProgressListener(Consumer<? super Progress> listener, Progress current) {
    progressListeners.add(listener);
    events.dispatch(listener, current);
  }

  void addResultListener(Consumer<? super Delivery<R>> listener, List<Delivery<R>> current) {
    resultListeners.add(listener);
    current.forEach(delivery -> events.dispatch(listener, delivery));
  }

  void dispatchResult(Delivery<R> delivery) {
    resultListeners.forEach(listener -> events.dispatch(listener, delivery));
  }

  void dispatchProgress(Progress progress) {
    events.dispatch(listener -> listener.onProgress(progress));
    progressListeners.forEach(listener -> events.dispatch(listener, progress));
    if (progress.status().isFinal()) {
      events.dispatch(listener -> listener.onFinished(progress));
    }
  }
}
