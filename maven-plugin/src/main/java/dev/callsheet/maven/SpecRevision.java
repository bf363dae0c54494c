package dev.callsheet.maven;

import dev.callsheet.spec.catalogue.GitRevision;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A revision of git, to read the project's own specs as they were.
 *
 * @param baseDirectory of the project
 */
record SpecRevision(Path baseDirectory, GitRevision revision) {
  /**
   * The revision that a goal was given.
   *
   * @param parameter of the goal that names it
   * @param name such as {@code main} or a tag
   */
  static SpecRevision of(Path baseDirectory, String parameter, String name)
      throws MojoExecutionException {
    try {
      return new SpecRevision(baseDirectory, new GitRevision(baseDirectory, name));
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("<" + parameter + "> " + e.getMessage() + ".", e);
    }
  }

  /** The specs below directories of the project; none below one that was not there. */
  List<ModelSpec> read(List<Path> directories, IncludeResolver includes)
      throws IOException, SpecException {
    List<ModelSpec> specs = new ArrayList<>();
    for (Path directory : directories) {
      Path relative = baseDirectory.toAbsolutePath().relativize(directory.toAbsolutePath());
      String path = "./" + relative.toString().replace(File.separatorChar, '/');
      for (ModelFile file : revision.models(path, includes)) {
        specs.add(file.parse());
      }
    }
    return specs;
  }
}
