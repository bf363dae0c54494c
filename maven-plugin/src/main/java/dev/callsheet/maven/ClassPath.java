package dev.callsheet.maven;

import dev.callsheet.spec.catalogue.SpecLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A class path: jars and directories of classes, some of which contain specs.
 *
 * @param entries jars and directories, each once, in their order
 */
record ClassPath(Set<Path> entries) {
  /** The class path of the plugin, with the dependencies that a user has added to it. */
  static ClassPath of(MojoExecution execution) {
    return new ClassPath(Set.of())
        .and(execution.getMojoDescriptor().getPluginDescriptor().getArtifacts());
  }

  /** This class path, followed by the files of artifacts. */
  ClassPath and(Collection<Artifact> artifacts) {
    return andFiles(artifacts.stream().map(Artifact::getFile).toList());
  }

  /** This class path, followed by files. */
  ClassPath andFiles(Collection<File> files) {
    Set<Path> all = new LinkedHashSet<>(entries);
    files.stream().filter(Objects::nonNull).map(File::toPath).forEach(all::add);
    return new ClassPath(all);
  }

  /** The entries that contain specs. */
  List<SpecLibrary> libraries() throws MojoExecutionException {
    List<SpecLibrary> libraries = new ArrayList<>();
    for (Path entry : entries) {
      try {
        SpecLibrary.load(entry).ifPresent(libraries::add);
      } catch (IOException e) {
        throw new MojoExecutionException("Cannot look for specs: " + e.getMessage(), e);
      }
    }
    return libraries;
  }
}
