package dev.callsheet.generator.java.entry;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.spec.analysis.Choice;
import dev.callsheet.spec.calculus.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A stage of a mode's builder: a class whose every method answers what it asks for. */
final class StageSource {
  private final JavaModel model;
  private final Ask ask;

  StageSource(JavaModel model, Ask ask) {
    this.model = model;
    this.ask = ask;
  }

  /** What to call the class. */
  String name() {
    @Nullable Choice choice = ask.choice();
    if (ask.paths().equals(Asks.SIZE)) {
      return "NeedsSize";
    }
    String wanted =
        choice == null
            ? ask.paths().stream().map(Path::lastName).collect(Collectors.joining(" and "))
            : choice.rule().id();
    return "Needs" + Identifiers.type(wanted);
  }

  /** The class; its methods give the next one. */
  TypeSpec toType(ClassName name, ClassName next) {
    TypeSpec.Builder source =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(javadoc().toCode());
    SettersSource.holding(source, model.request().builder());
    Offers offers = new Offers(model, 6);
    Scope methods = new Scope(List.of("wait", "notify", "notifyAll", "getClass", "clone"));
    for (List<Path> alternative : ask.alternatives()) {
      for (Offer offer : offers.of(alternative, methods)) {
        source.addMethod(answer(offer, next));
      }
    }
    return source.build();
  }

  private Javadoc javadoc() {
    @Nullable Choice choice = ask.choice();
    if (choice != null) {
      return Javadoc.at(1)
          .paragraph("Needs one of these before anything else can be set.")
          .paragraph(Markup.of(choice.rule().sentence()));
    }
    String wanted =
        ask.paths().stream()
            .map(path -> Markup.code(path.toString()))
            .collect(Collectors.joining(" and "));
    return Javadoc.at(1).paragraph("Needs " + wanted + " before anything else can be set.");
  }

  private static MethodSpec answer(Offer offer, ClassName next) {
    Javadoc javadoc = Javadoc.at(2);
    List<Slot> slots = offer.slots();
    if (slots.size() == 1) {
      javadoc.paragraph(slots.get(0).deed());
    } else {
      javadoc.paragraph(
          "Sets "
              + slots.stream()
                  .map(slot -> Markup.code(slot.name()))
                  .collect(Collectors.joining(" and "))
              + ".");
      slots.forEach(slot -> javadoc.tag("param", slot.name() + " " + slot.doc()));
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(offer.name())
            .addJavadoc(javadoc.toCode())
            .addModifiers(Modifier.PUBLIC)
            .returns(next);
    slots.forEach(slot -> slot.addParameter(method));
    slots.forEach(slot -> slot.addCheck(method));
    slots.forEach(slot -> slot.addSetting(method));
    return method.addStatement("return new $T(builder)", next).build();
  }
}
