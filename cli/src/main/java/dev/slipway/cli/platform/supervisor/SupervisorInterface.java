package dev.slipway.cli.platform.supervisor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * supervisord's own interface, XML-RPC on its socket: its command line program would start Python for every question.
 *
 * @param socket where supervisord listens
 */
record SupervisorInterface(Path socket) {
    private static final String NOT_RUNNING = "NOT_RUNNING";

    /** What every program is at. */
    List<ProgramState> states() throws IOException {
        NodeList structs = call("getAllProcessInfo", "").getElementsByTagName("struct");
        List<ProgramState> states = new ArrayList<>();
        for (int index = 0; index < structs.getLength(); index++) {
            Map<String, String> members = members((Element) structs.item(index));
            states.add(new ProgramState(
                    members.getOrDefault("name", ""),
                    members.getOrDefault("statename", "UNKNOWN"),
                    members.getOrDefault("description", ""),
                    Long.parseLong(members.getOrDefault("pid", "0"))));
        }
        return states;
    }

    /** Starts a program and does not wait until it runs. */
    void start(String name) throws IOException {
        call("startProcess", parameter("string", name) + parameter("boolean", "0"));
    }

    /** Starts all programs and does not wait until they run. */
    void startAll() throws IOException {
        call("startAllProcesses", parameter("boolean", "0"));
    }

    /** Tells a program to end and does not wait for it; one that does not run is as wanted. */
    void stop(String name) throws IOException {
        try {
            call("stopProcess", parameter("string", name) + parameter("boolean", "0"));
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains(NOT_RUNNING)) {
                throw e;
            }
        }
    }

    /** Its own process number. */
    long process() throws IOException {
        return Long.parseLong(call("getPID", "")
                .getElementsByTagName("int")
                .item(0)
                .getTextContent()
                .strip());
    }

    /** Tells it to stop all programs and then itself, and does not wait for it. */
    void shutdown() throws IOException {
        call("shutdown", "");
    }

    /** Reads the settings again, and returns how they differ from what is in force. */
    Difference reload() throws IOException {
        NodeList arrays = call("reloadConfig", "").getElementsByTagName("array");
        List<List<String>> groups = new ArrayList<>();
        // The first two arrays only hold the others.
        for (int index = 2; index < arrays.getLength(); index++) {
            NodeList names = ((Element) arrays.item(index)).getElementsByTagName("string");
            groups.add(IntStream.range(0, names.getLength())
                    .mapToObj(name -> names.item(name).getTextContent().strip())
                    .toList());
        }
        return new Difference(groups.get(0), groups.get(1), groups.get(2));
    }

    /** Takes a program in, as the settings have it by now. */
    void add(String name) throws IOException {
        call("addProcessGroup", parameter("string", name));
    }

    /** Stops a program and forgets it; returns when it has ended. */
    void remove(String name) throws IOException {
        call("stopProcessGroup", parameter("string", name));
        call("removeProcessGroup", parameter("string", name));
    }

    /** Which programs the settings have added, changed and removed. */
    record Difference(List<String> added, List<String> changed, List<String> removed) {}

    private Document call(String method, String parameters) throws IOException {
        String body = "<?xml version=\"1.0\"?><methodCall><methodName>supervisor." + method + "</methodName><params>"
                + parameters + "</params></methodCall>";
        Document answer = parse(exchange(body));
        if (answer.getElementsByTagName("fault").getLength() > 0) {
            throw new IOException(
                    method + ": " + answer.getDocumentElement().getTextContent().strip());
        }
        return answer;
    }

    private String exchange(String body) throws IOException {
        byte[] request = ("POST /RPC2 HTTP/1.0\r\nHost: supervisor\r\nContent-Type: text/xml\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer buffer = ByteBuffer.wrap(request);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Document parse(String response) throws IOException {
        int end = response.indexOf("\r\n\r\n");
        if (end < 0 || !response.substring(0, end).contains(" 200 ")) {
            throw new IOException(
                    "supervisord answered " + response.lines().findFirst().orElse("nothing"));
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            byte[] xml = response.substring(end).strip().getBytes(StandardCharsets.UTF_8);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("supervisord's answer cannot be read", e);
        }
    }

    private static Map<String, String> members(Element struct) {
        Map<String, String> members = new HashMap<>();
        NodeList list = struct.getElementsByTagName("member");
        for (int index = 0; index < list.getLength(); index++) {
            Element member = (Element) list.item(index);
            members.put(text(member, "name"), text(member, "value"));
        }
        return members;
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent().strip();
    }

    private static String parameter(String type, String value) {
        return "<param><value><%1$s>%2$s</%1$s></value></param>".formatted(type, value);
    }
}
