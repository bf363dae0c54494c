package dev.callsheet.generator.java.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import tools.jackson.databind.node.JsonNodeFactory;

/** The Java of a hostile spec and of its twin. */
record GeneratedSourcePair(
    HostileSpec spec, String base, List<GeneratedFile> hostile, List<GeneratedFile> plain) {
  private static final Pattern WORD = Pattern.compile("t\\d+q");
  private static final Pattern WORDS = Pattern.compile("\"t\\d+q\\d*(?:AndT\\d+q\\d*)*");
  private static final String GROUP = "(\\d+)";
  private static final Pattern NUMBER = Pattern.compile("\\d*$");

  static GeneratedSourcePair of(HostileSpec spec, String base) {
    return new GeneratedSourcePair(
        spec,
        base,
        new JavaGenerator(base + ".hostile").generate(spec.spec()),
        new JavaGenerator(base + ".tame").generate(spec.twin()));
  }

  /** What the compiler said of these sources. */
  String compilerMessages(Map<String, String> said) {
    String folder = "/" + base.replace('.', '/') + "/";
    return said.entrySet().stream()
        .filter(each -> each.getKey().startsWith(folder))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("\n"));
  }

  /** Fails unless the two say the same. */
  void compare(Map<String, List<String>> structures) {
    List<String> files = files(spec.spec(), base + ".hostile");
    List<String> twins = files(spec.twin(), base + ".tame");
    assertThat(files).as("%s: types", spec).hasSameSizeAs(twins);
    for (int i = 0; i < files.size(); i++) {
      compare(
          files.get(i),
          structures.getOrDefault(files.get(i), List.of()),
          structures.getOrDefault(twins.get(i), List.of()));
    }
  }

  private void compare(String file, List<String> parts, List<String> twins) {
    assertThat(parts).as("%s: %s", spec, file).isNotEmpty();
    for (int i = 0; i < Math.min(parts.size(), twins.size()); i++) {
      String part = parts.get(i);
      String twin = twins.get(i);
      if (!isSame(part, twin)) {
        List<String> around = parts.subList(Math.max(0, i - 12), Math.min(parts.size(), i + 4));
        assertThat(part).as("%s: %s, in %s", spec, file, around).isEqualTo(hostile(twin, t -> t));
      }
    }
    assertThat(parts).as("%s: %s", spec, file).hasSameSizeAs(twins);
  }

  /**
   * A text may stand as it is, as a part of a JSON pointer, as JSON, or in a regular expression;
   * and where the name of a variable stands, there stands one.
   */
  private boolean isSame(String part, String twin) {
    return part.equals(twin)
        || areVariables(part, twin)
        || part.equals(hostile(twin, text -> text))
        || part.equals(hostile(twin, text -> text.replace("~", "~0").replace("/", "~1")))
        || part.equals(hostile(twin, GeneratedSourcePair::inJson))
        || part.equals(hostile(twin, GeneratedSourcePair::withoutGroup));
  }

  private boolean areVariables(String part, String twin) {
    if (part.charAt(0) != SourceStructure.TEXT || !SourceVersion.isIdentifier(part.substring(1))) {
      return false;
    }
    boolean isNumbered =
        NUMBER.matcher(part).replaceFirst("").equals(NUMBER.matcher(twin).replaceFirst(""));
    return isNumbered || WORDS.matcher(twin).matches();
  }

  private static String inJson(String text) {
    String json = JsonNodeFactory.instance.stringNode(text).toString();
    return json.substring(1, json.length() - 1);
  }

  /** An expression ends in a group that stands behind the word of its twin as well. */
  private static String withoutGroup(String regex) {
    return regex.endsWith(GROUP) ? regex.substring(0, regex.length() - GROUP.length()) : regex;
  }

  private String hostile(String twin, UnaryOperator<String> form) {
    return WORD.matcher(twin)
        .replaceAll(
            word -> Matcher.quoteReplacement(form.apply(spec.words().textOf(word.group()))));
  }

  /** The files of a model's types, in an order that does not depend on their names. */
  private static List<String> files(ModelSpec spec, String base) {
    JavaModel model = JavaModel.of(spec, base);
    List<ClassName> types =
        new ArrayList<>(
            List.of(model.entry(), model.checker(), model.request().name(), model.result().name()));
    model.declared().forEach(type -> types.add(type.name()));
    model.modes().forEach(mode -> types.add(mode.name()));
    if (model.prices() != null) {
      types.add(model.prices());
    }
    if (model.sizes() != null) {
      types.add(model.sizes().name());
    }
    return types.stream().map(type -> type.canonicalName().replace('.', '/') + ".java").toList();
  }
}
