package dev.callsheet.maven;

import dev.callsheet.spec.catalogue.SpecLibrary;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.DependencyNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that specs include from dependencies. These are resolved when an include is not
 * found elsewhere, and not before: in the first phase of a build, other modules may not be built.
 */
final class LazySpecDependencies implements IncludeResolver {
  private static final Set<String> SCOPES = Set.of("compile", "provided", "system");

  private final ClassPath plugin;
  private final MavenProject project;
  private final MavenSession session;
  private final ProjectDependenciesResolver resolver;
  private @Nullable IncludeResolver resolved;

  LazySpecDependencies(
      ClassPath plugin,
      MavenProject project,
      MavenSession session,
      ProjectDependenciesResolver resolver) {
    this.plugin = plugin;
    this.project = project;
    this.session = session;
    this.resolver = resolver;
  }

  @Override
  public Optional<SourceText> find(String name) throws IOException {
    return resolvedLibraries().find(name);
  }

  @Override
  public Collection<String> names() {
    try {
      return resolvedLibraries().names();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IncludeResolver resolvedLibraries() throws IOException {
    if (resolved == null) {
      IncludeResolver all = IncludeResolver.NONE;
      try {
        for (SpecLibrary library : plugin.andFiles(dependencies()).libraries()) {
          all = all.or(library);
        }
      } catch (DependencyResolutionException | MojoExecutionException e) {
        throw new IOException(
            "it may be in a dependency, and they cannot be looked at: " + e.getMessage(), e);
      }
      resolved = all;
    }
    return resolved;
  }

  private List<File> dependencies() throws DependencyResolutionException {
    var request = new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
    request.setResolutionFilter((node, parents) -> isOnClassPath(node));
    return resolver.resolve(request).getDependencies().stream()
        .map(dependency -> dependency.getArtifact().getFile())
        .toList();
  }

  private static boolean isOnClassPath(DependencyNode node) {
    return node.getDependency() == null || SCOPES.contains(node.getDependency().getScope());
  }
}
