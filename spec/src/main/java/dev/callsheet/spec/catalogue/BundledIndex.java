package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the bundled spec files without opening them, so that a command starts as quickly
 * with thousands of models as with ten. It is made when Callsheet is built, and has a line for each
 * file: its name and, for a model, its id and its summary, with tabs between.
 */
record BundledIndex(List<Line> lines) {
  /** Its name among the bundled files. */
  static final String NAME = "models.index";

  /**
   * What is known of a file.
   *
   * @param file its name, relative to the root
   * @param id of the model; empty for other files
   * @param json the summary of the model; null for other files, and where it was not made yet
   */
  record Line(String file, String id, @Nullable String json) {
    /** The summary of the model, where it was made. */
    Optional<ModelSummary> summary() {
      return Optional.ofNullable(json).map(ModelSummaryJson::read);
    }

    @Override
    public String toString() {
      return json == null ? file : String.join("\t", file, id, json);
    }
  }

  /** Copies the list, so that an index never changes. */
  BundledIndex {
    lines = List.copyOf(lines);
  }

  /** The index as it was written. */
  static BundledIndex parse(String text) {
    return new BundledIndex(
        text.lines()
            .map(line -> line.split("\t", -1))
            .map(
                part ->
                    part.length < 3
                        ? new Line(part[0], "", null)
                        : new Line(part[0], part[1], part[2]))
            .toList());
  }

  /** Of files that are there to be read; without summaries. */
  static BundledIndex of(SpecFiles files) {
    return new BundledIndex(
        files.models().stream().map(model -> new Line(name(model), idOf(model), null)).toList());
  }

  /** The same with every other file, and with the summaries of the models, which are parsed. */
  static BundledIndex withSummaries(SpecFiles files) {
    List<SourceText> models = files.models();
    return new BundledIndex(
        files.all().stream()
            .map(
                file ->
                    models.contains(file)
                        ? summarised(files, file)
                        : new Line(name(file), "", null))
            .toList());
  }

  private static Line summarised(SpecFiles files, SourceText file) {
    LazyModel model = new LazyModel(SpecParser.forBundledSpecs(files), () -> file);
    return new Line(name(file), idOf(file), ModelSummaryJson.write(ModelSummary.of(model.get())));
  }

  private static String idOf(SourceText file) {
    return LazyModel.idOf(file)
        .orElseThrow(() -> new IllegalStateException(file.file() + " says no id"));
  }

  private static String name(SourceText file) {
    return file.file().substring((BundledSpecFiles.ROOT + "/").length());
  }

  /** The models. */
  List<Line> models() {
    return lines.stream().filter(line -> !line.id().isEmpty()).toList();
  }

  /** The names of the files. */
  List<String> files() {
    return lines.stream().map(Line::file).toList();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /**
   * Writes the index of the files in a folder of classes, as a step of the build.
   *
   * @param arguments that folder
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]).resolve(BundledSpecFiles.ROOT);
    BundledIndex index = withSummaries(SpecFiles.read(root, BundledSpecFiles.ROOT));
    Files.writeString(root.resolve(NAME), index.toString());
  }
}
