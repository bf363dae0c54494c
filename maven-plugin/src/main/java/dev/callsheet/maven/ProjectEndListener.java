package dev.callsheet.maven;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Runs a cleanup when the build of a project has ended. No goal could do that, since none runs
 * after one that fails. It replaces the session's listener, and passes every event on to it.
 */
final class ProjectEndListener implements InvocationHandler {
  private static final Set<String> END_EVENTS =
      Set.of("projectSucceeded", "projectFailed", "sessionEnded");

  private final MavenProject project;
  private final Runnable cleanup;
  private final @Nullable ExecutionListener delegate;

  private ProjectEndListener(
      MavenProject project, Runnable cleanup, @Nullable ExecutionListener next) {
    this.project = project;
    this.cleanup = cleanup;
    this.delegate = next;
  }

  /** Runs {@code cleanup} when this project's build has ended; more than once, possibly. */
  static ProjectEndListener of(MavenProject project, Runnable cleanup) {
    return new ProjectEndListener(project, cleanup, null);
  }

  /** Starts to listen. */
  void register(MavenExecutionRequest request) {
    synchronized (request) {
      ProjectEndListener first =
          new ProjectEndListener(project, cleanup, request.getExecutionListener());
      Class<?>[] type = {ExecutionListener.class};
      ClassLoader loader = ProjectEndListener.class.getClassLoader();
      request.setExecutionListener((ExecutionListener) Proxy.newProxyInstance(loader, type, first));
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    if (END_EVENTS.contains(method.getName())
        && arguments[0] instanceof ExecutionEvent event
        && (project.equals(event.getProject()) || method.getName().equals("sessionEnded"))) {
      cleanup.run();
    }
    try {
      return delegate == null ? null : method.invoke(delegate, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
