package dev.callsheet.cli.option;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.spec.catalogue.GitRevision;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of specs as it is named on the command line: a model's file or a directory of such, or
 * one in a revision of git, as in {@code main:specs/still.yaml}.
 */
public final class SpecVersion {
  private SpecVersion() {}

  /**
   * Its specs, at least one.
   *
   * @throws UserErrorException when there is none, or one cannot be used
   */
  public static List<ModelSpec> read(String name) {
    try {
      List<ModelSpec> specs = new ArrayList<>();
      for (ModelFile file : files(name)) {
        specs.add(file.parse());
      }
      if (specs.isEmpty()) {
        throw new UserErrorException(name + ": there is no model file (*.yaml or *.yml) below it");
      }
      return specs;
    } catch (IOException unreadable) {
      throw new UserErrorException(name + ": " + FileErrors.reason(unreadable), unreadable);
    } catch (SpecException wrong) {
      throw UserErrorException.ofLines(wrong);
    }
  }

  /** The files at a path, where there is one; else what is called so in a revision. */
  private static List<ModelFile> files(String name) throws IOException {
    int colon = name.indexOf(':');
    if (colon < 1 || isPath(name)) {
      return ModelFile.find(Path.of(name));
    }
    try {
      return new GitRevision(Path.of(""), name.substring(0, colon))
          .models(name.substring(colon + 1));
    } catch (IllegalArgumentException noRevision) {
      throw new UserErrorException(name + ": " + noRevision.getMessage(), noRevision);
    }
  }

  private static boolean isPath(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException noPath) {
      return false; // a colon, on Windows
    }
  }
}
