// The jar runs by itself, with its libraries under other names, against a sandbox that another process is.
File command = new File(basedir, '../../../../cli/target/callsheet.jar')
File jar = new File(basedir, 'target/shade-1.0-SNAPSHOT.jar')
File out = new File(basedir, 'target/out')
String java = new File(System.getProperty('java.home'), 'bin/java').path

def names = new java.util.zip.ZipFile(jar).withCloseable { zip -> zip.entries().collect { it.name } }
assert names.any { it.startsWith('com/example/shaded/jackson3/databind/') }
assert !names.any { it.startsWith('tools/jackson/') || it.startsWith('com/fasterxml/') }

def process = new ProcessBuilder([java, '-jar', command.path, 'sandbox', '--',
    java, '-jar', jar.path, out.path]).redirectErrorStream(true).start()
String output = process.inputStream.text
assert process.waitFor() == 0: output
assert out.listFiles().size() == 1: output
assert new String(out.listFiles()[0].bytes, 4, 4, 'US-ASCII') == 'ftyp'
