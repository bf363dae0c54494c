package dev.callsheet.spec.read;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.Suggestion;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the spec of a model with the platform files it includes. */
public final class SpecReader {
  private final IncludeResolver includes;
  private final boolean checksShape;

  /** Reads with includes from there. */
  public SpecReader(IncludeResolver includes) {
    this(includes, true);
  }

  private SpecReader(IncludeResolver includes, boolean checksShape) {
    this.includes = includes;
    this.checksShape = checksShape;
  }

  /**
   * Reads what comes with Callsheet, with includes from there. Its shape is known to be right, and
   * to check it would take most of the time that a short command takes.
   */
  public static SpecReader ofBundled(IncludeResolver includes) {
    return new SpecReader(includes, false);
  }

  /**
   * Reads one model.
   *
   * @param file the name to call the text by in problems
   * @param text YAML
   * @throws SpecException when something is wrong; it names all that is wrong in the file and in
   *     those it includes
   */
  public ModelSpec read(String file, String text) throws SpecException {
    Problems problems = new Problems();
    SourceText source = new SourceText(file, text);
    Optional<Node.Mapping> model = parse(source, "model", source.start(), problems);
    if (model.isEmpty()) {
      throw problems.asException();
    }
    List<Node.Mapping> files = new ArrayList<>();
    boolean complete = true;
    for (Node name : model.get().items("include")) {
      Optional<Node.Mapping> included = name.asText().flatMap(t -> include(t, name, problems));
      included.ifPresent(files::add);
      complete &= included.isPresent();
    }
    files.add(model.get());
    Node.Mapping merged = DocumentedOrder.applied(Merge.files(files));
    ModelSpec spec = new ModelReader(problems).read(merged, complete);
    problems.throwIfAny();
    return spec;
  }

  private Optional<Node.Mapping> include(String name, Node node, Problems problems) {
    if (problems.areAt(node.location())) {
      return Optional.empty(); // it is no name
    }
    try {
      Optional<SourceText> found = includes.find(name);
      if (found.isEmpty()) {
        problems.report(
            node.location(),
            "there is nothing to include called `"
                + name
                + "`"
                + Suggestion.hint(name, includes.names()));
      }
      return found.flatMap(source -> parse(source, "platform", node.location(), problems));
    } catch (IOException unreadable) {
      problems.report(node.location(), "`" + name + "` cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Parses a file and checks its shape; empty when it is not such a file at all.
   *
   * @param asked where the file was asked for
   */
  private Optional<Node.Mapping> parse(
      SourceText source, String kind, Location asked, Problems problems) {
    problems.add(source);
    Optional<Node> root = YamlParser.parse(source, problems::report);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node.Mapping> file = root.get().asMapping();
    if (file.isPresent() && isOther(file.get(), kind)) {
      problems.report(
          asked,
          kind.equals("model")
              ? "this is a platform file, to be included by models; a model file has the key `model`"
              : "this is a model; a file to include has the key `platform`");
      return Optional.empty();
    }
    if (checksShape) {
      MetaSchema.bundled().check(root.get(), problems);
    }
    return file;
  }

  private static boolean isOther(Node.Mapping file, String kind) {
    String other = kind.equals("model") ? "platform" : "model";
    return file.has(other) && !file.has(kind);
  }
}
