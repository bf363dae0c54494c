package dev.callsheet.generator.java.hostile;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parameters of every shape, none of whose words mean well. */
final class HostileShapes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> FORMATS = List.of("uuid", "uuid4", "uri", "date-time");

  private final Random random;
  private final HostileTexts texts;
  private final TextSubstitution dress;
  private int choices;

  HostileShapes(Random random, HostileTexts texts, TextSubstitution dress) {
    this.random = random;
    this.texts = texts;
    this.dress = dress;
  }

  /** A task; now and then with the parameters that every generator knows. */
  Shape.Structure request() {
    List<Parameter> members = new ArrayList<>(structure(ParameterPath.ROOT, 0).members());
    if (random.nextBoolean()) {
      for (String name : List.of("width", "height", "numberResults")) {
        members.add(
            parameter(name, ParameterPath.ROOT, scalar(JsonType.INTEGER), random.nextBoolean()));
      }
    }
    if (random.nextBoolean()) {
      JsonNode only = JSON.stringNode(dress.textFor(texts.text()));
      Shape constant = new Shape.Choice(List.of(new Shape.Option(only, "")));
      members.add(parameter("taskType", ParameterPath.ROOT, constant, true));
    }
    return new Shape.Structure(members);
  }

  /** The fields of a result. */
  Shape.Structure response() {
    return structure(ParameterPath.ROOT, 1);
  }

  private Shape.Structure structure(ParameterPath at, int depth) {
    List<Parameter> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int left = 1 + random.nextInt(depth == 0 ? 7 : 4); left > 0; left--) {
      String name = texts.name();
      if (names.add(name)) {
        Shape shape = shape(at.member(dress.textFor(name)), depth);
        members.add(parameter(dress.textFor(name), at, shape, random.nextInt(3) == 0));
      }
    }
    return new Shape.Structure(members);
  }

  private Parameter parameter(String name, ParameterPath at, Shape shape, boolean required) {
    return new Parameter(
        name,
        at.member(name),
        shape,
        required,
        usual(),
        random.nextInt(4) == 0 ? dress.textFor(texts.name()) : null,
        notes(),
        HostileSpec.NOWHERE);
  }

  private @Nullable JsonNode usual() {
    return switch (random.nextInt(4)) {
      case 0 -> JSON.stringNode(dress.textFor(texts.text()));
      case 1 -> JSON.numberNode(random.nextInt(9) - 4);
      default -> null;
    };
  }

  private ParameterMetadata notes() {
    return new ParameterMetadata(
        dress.textFor(random.nextInt(4) == 0 ? texts.sentence() : texts.text()),
        random.nextInt(3) == 0 ? dress.textFor(texts.name()) : null,
        dress.textFor(texts.text()),
        dress.textFor(texts.text()),
        dress.textFor(texts.text()),
        List.of(
            new ParameterMetadata.Link(
                dress.textFor(texts.text()), URI.create("https://example.com/*/"))),
        Map.of(),
        dress.textFor(texts.text()),
        null,
        Map.of(dress.textFor(texts.name()), JSON.stringNode(dress.textFor(texts.text()))));
  }

  private Shape shape(ParameterPath path, int depth) {
    return switch (random.nextInt(depth < 2 ? 9 : 6)) {
      case 0 -> scalar(JsonType.INTEGER);
      case 1 -> scalar(JsonType.NUMBER);
      case 2 -> scalar(JsonType.BOOLEAN);
      case 3 -> choice();
      case 4 -> new Shape.Sequence(random.nextBoolean() ? text() : choice(), ofList());
      case 5 -> text();
      case 6 -> structure(path, depth + 1);
      case 7 -> new Shape.Sequence(structure(path.eachItem(), depth + 1), ofList());
      default -> union(path, depth);
    };
  }

  private Shape.Scalar scalar(JsonType type) {
    if (type == JsonType.BOOLEAN || random.nextInt(3) == 0) {
      return new Shape.Scalar(type, List.of());
    }
    BigDecimal least = BigDecimal.valueOf(random.nextInt(9) - 4, type == JsonType.NUMBER ? 1 : 0);
    return new Shape.Scalar(
        type,
        List.of(
            new Facet.Range(least, random.nextBoolean(), null, false),
            new Facet.MultipleOf(BigDecimal.valueOf(5, 1))));
  }

  private Shape.Scalar text() {
    Facet facet =
        switch (random.nextInt(5)) {
          case 0 -> new Facet.Length(1, 9);
          case 1 -> new Facet.Format(FORMATS.get(random.nextInt(FORMATS.size())));
          case 2 -> new Facet.Format(dress.textFor(texts.text()));
          case 3 -> new Facet.Accepts(Set.of(MediaSource.UUID, MediaSource.DATA_URI));
          default -> new Facet.Pattern(dress.regexFor(texts.regex()));
        };
    return new Shape.Scalar(JsonType.STRING, List.of(facet));
  }

  private List<Facet> ofList() {
    return random.nextBoolean()
        ? List.of()
        : List.of(new Facet.ItemCount(1, 3), new Facet.UniqueItems());
  }

  /** Of texts, of numbers, or of both; no two choices are the same. */
  private Shape.Choice choice() {
    List<Shape.Option> options = new ArrayList<>();
    Set<Object> taken = new HashSet<>();
    int kind = random.nextInt(4);
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      boolean isText = kind < 2 || (kind == 3 && random.nextBoolean());
      String text = random.nextInt(8) == 0 ? "" : texts.name();
      int number = random.nextInt(9) - 4;
      String meaning = texts.text() + " #" + choices++;
      if (taken.add(isText ? text : (Object) number)) {
        JsonNode value = isText ? JSON.stringNode(dress.textFor(text)) : JSON.numberNode(number);
        options.add(new Shape.Option(value, dress.textFor(meaning)));
      }
    }
    return new Shape.Choice(options);
  }

  /** Of forms whose kinds differ, so that Java has a type for it. */
  private Shape.Union union(ParameterPath path, int depth) {
    List<Shape.Alternative> forms = new ArrayList<>();
    forms.add(form(random.nextBoolean() ? text() : words()));
    if (random.nextBoolean()) {
      forms.add(form(scalar(JsonType.INTEGER)));
    }
    if (random.nextBoolean()) {
      forms.add(form(new Shape.Sequence(text(), ofList())));
    }
    forms.add(form(random.nextBoolean() ? scalar(JsonType.BOOLEAN) : structure(path, depth + 1)));
    return new Shape.Union(forms);
  }

  private Shape.Choice words() {
    Shape.Choice choice = choice();
    return choice.values().stream().allMatch(JsonNode::isString) ? choice : words();
  }

  private Shape.Alternative form(Shape shape) {
    return new Shape.Alternative(dress.textFor(texts.text()), dress.textFor(texts.text()), shape);
  }
}
