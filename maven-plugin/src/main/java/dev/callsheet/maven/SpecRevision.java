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

/**
 * A revision of git, to read the project's own specs as they were.
 *
 * @param baseDirectory of the project
 * @param name such as {@code main} or a tag
 */
record SpecRevision(Path baseDirectory, String name) {
  /**
   * The specs below directories of the project; none below one that was not there.
   *
   * @throws IllegalArgumentException when there is no such revision
   */
  List<ModelSpec> read(List<Path> directories, IncludeResolver includes)
      throws IOException, SpecException {
    List<ModelSpec> specs = new ArrayList<>();
    GitRevision revision = new GitRevision(baseDirectory, name);
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
