package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.catalogue.ModelIndex.Entry;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.parser.SpecProblem;
import dev.callsheet.spec.parser.UncheckedSpecException;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which models some files are of. Only the id near the beginning of a file is read,
 * except where that does not do: a file in which it is not found is parsed, and so are files of one
 * id.
 */
final class ModelIndexer {
  private final Set<SpecProblem> problems;

  /** Adds what is wrong with files to problems. */
  ModelIndexer(Set<SpecProblem> problems) {
    this.problems = problems;
  }

  /**
   * The models of the files of one source.
   *
   * @param others where else to look for what they share
   */
  ModelIndex index(SpecFiles files, IncludeResolver others) {
    SpecParser parser = new SpecParser(files.or(others));
    ModelIndex models = new ModelIndex();
    for (SourceText source : files.models()) {
      try {
        add(source, new LazyModel(parser, () -> source), models);
      } catch (UncheckedSpecException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    return models;
  }

  private void add(SourceText source, LazyModel model, ModelIndex models) {
    String id = LazyModel.idOf(source).orElseGet(() -> model.get().id());
    Optional<ModelSpec> first = same(new Entry(model), models.withId(id));
    if (first.isPresent()) {
      ModelSpec second = model.get();
      String message =
          "the model `" + id + "` is there already, in " + first.get().location().file();
      problems.add(
          new SpecProblem(second.location(), message, source.line(second.location().line())));
    } else {
      models.add(id, new Entry(model));
    }
  }

  /** Reports the models that several libraries have, unless a directory says which is meant. */
  void reportAmbiguous(List<ModelIndex> libraries, List<ModelIndex> directories) {
    for (int i = 1; i < libraries.size(); i++) {
      List<ModelIndex> earlier = libraries.subList(0, i);
      for (String id : libraries.get(i).ids()) {
        for (Entry entry : libraries.get(i).withId(id)) {
          try {
            reportIfAmbiguous(entry, withId(id, earlier), withId(id, directories));
          } catch (UncheckedSpecException wrong) {
            problems.addAll(wrong.problems());
          }
        }
      }
    }
  }

  private void reportIfAmbiguous(Entry entry, List<Entry> earlier, List<Entry> own) {
    Optional<ModelSpec> first = same(entry, earlier);
    if (first.isPresent() && same(entry, own).isEmpty()) {
      ModelSpec model = entry.model().get();
      String message =
          "the model `"
              + model.id()
              + "` comes with "
              + first.get().location().file()
              + ", too: leave one of the two libraries out, or say which spec you mean by a copy"
              + " among your own specs";
      problems.add(new SpecProblem(model.location(), message, null));
    }
  }

  private static List<Entry> withId(String id, List<ModelIndex> sources) {
    List<Entry> found = new ArrayList<>();
    sources.forEach(source -> found.addAll(source.withId(id)));
    return found;
  }

  private static Optional<ModelSpec> same(Entry entry, List<Entry> others) {
    return others.stream().filter(entry::isSame).map(other -> other.model().get()).findFirst();
  }
}
