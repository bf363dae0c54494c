package dev.callsheet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectEndListenerTest {
  private final List<String> happened = new ArrayList<>();
  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final MavenProject premiere = project("premiere");
  private final MavenProject trailer = project("trailer");

  @BeforeEach
  void registerListener() {
    request.setExecutionListener(
        new AbstractExecutionListener() {
          @Override
          public void projectFailed(ExecutionEvent event) {
            happened.add("said that " + event.getProject().getArtifactId() + " failed");
          }
        });
    ProjectEndListener.of(premiere, () -> happened.add("cleaned up")).register(request);
  }

  @Test
  void cleansUpWhenTheProjectFailsAndPassesTheEventOn() {
    listener().projectFailed(event(premiere));
    assertThat(happened).containsExactly("cleaned up", "said that premiere failed");
  }

  @Test
  void cleansUpWhenTheProjectSucceeds() {
    listener().projectSucceeded(event(premiere));
    assertThat(happened).containsExactly("cleaned up");
  }

  @Test
  void leavesTheEndOfAnotherProjectAlone() {
    listener().projectFailed(event(trailer));
    assertThat(happened).containsExactly("said that trailer failed");
  }

  @Test
  void cleansUpWhenTheSessionEnds() {
    listener().sessionEnded(event(trailer));
    assertThat(happened).containsExactly("cleaned up");
  }

  private ExecutionListener listener() {
    return request.getExecutionListener();
  }

  private static MavenProject project(String name) {
    MavenProject project = new MavenProject();
    project.setGroupId("com.example");
    project.setArtifactId(name);
    project.setVersion("1");
    return project;
  }

  private static ExecutionEvent event(MavenProject project) {
    return new ExecutionEvent() {
      @Override
      public Type getType() {
        return Type.ProjectFailed;
      }

      @Override
      public MavenSession getSession() {
        throw new UnsupportedOperationException();
      }

      @Override
      public MavenProject getProject() {
        return project;
      }

      @Override
      public MojoExecution getMojoExecution() {
        throw new UnsupportedOperationException();
      }

      @Override
      public Exception getException() {
        throw new UnsupportedOperationException();
      }
    };
  }
}
