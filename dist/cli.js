#!/usr/bin/env node
import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  __commonJS,
  __esm,
  __export,
  __toCommonJS,
  __toESM,
  at,
  byPlace,
  concat,
  emptyText,
  entriesOf,
  fileText,
  headOf,
  isNull,
  itemsOf,
  join,
  lines,
  linesOf,
  nearest,
  nowhere,
  originOf,
  parseYaml,
  pieceAt,
  placeOf,
  positionAt,
  sameSpan,
  slice,
  spanOf,
  split,
  spoken,
  textAt,
  textOf,
  topOf,
  trim,
  usedAt,
  withFingerprints
} from "./shared-1.js";

// node_modules/dockerfile-ast/lib/argument.js
var require_argument = __commonJS({
  "node_modules/dockerfile-ast/lib/argument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Argument = void 0;
    var Argument = class {
      constructor(value3, range) {
        this.value = value3;
        this.range = range;
      }
      toString() {
        return this.value;
      }
      getRange() {
        return this.range;
      }
      getValue() {
        return this.value;
      }
      isAfter(position) {
        if (this.range.end.line < position.line) {
          return false;
        }
        return this.range.start.line > position.line ? true : this.range.start.character > position.character;
      }
      isBefore(position) {
        if (this.range.start.line < position.line) {
          return true;
        }
        return this.range.end.line > position.line ? false : this.range.end.character < position.character;
      }
    };
    exports.Argument = Argument;
  }
});

// node_modules/dockerfile-ast/lib/jsonArgument.js
var require_jsonArgument = __commonJS({
  "node_modules/dockerfile-ast/lib/jsonArgument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.JSONArgument = void 0;
    var argument_1 = require_argument();
    var JSONArgument = class extends argument_1.Argument {
      constructor(value3, range, jsonRange) {
        super(value3, range);
        this.jsonRange = jsonRange;
      }
      getJSONRange() {
        return this.jsonRange;
      }
      getJSONValue() {
        let value3 = super.getValue();
        value3 = value3.substring(1, value3.length - 1);
        return value3;
      }
    };
    exports.JSONArgument = JSONArgument;
  }
});

// node_modules/vscode-languageserver-types/lib/esm/main.js
var main_exports = {};
__export(main_exports, {
  AnnotatedTextEdit: () => AnnotatedTextEdit,
  ApplyKind: () => ApplyKind,
  ChangeAnnotation: () => ChangeAnnotation,
  ChangeAnnotationIdentifier: () => ChangeAnnotationIdentifier,
  CodeAction: () => CodeAction,
  CodeActionContext: () => CodeActionContext,
  CodeActionKind: () => CodeActionKind,
  CodeActionTag: () => CodeActionTag,
  CodeActionTriggerKind: () => CodeActionTriggerKind,
  CodeDescription: () => CodeDescription,
  CodeLens: () => CodeLens,
  Color: () => Color,
  ColorInformation: () => ColorInformation,
  ColorPresentation: () => ColorPresentation,
  Command: () => Command,
  CompletionItem: () => CompletionItem,
  CompletionItemKind: () => CompletionItemKind,
  CompletionItemLabelDetails: () => CompletionItemLabelDetails,
  CompletionItemTag: () => CompletionItemTag,
  CompletionList: () => CompletionList,
  CreateFile: () => CreateFile,
  DeleteFile: () => DeleteFile,
  Diagnostic: () => Diagnostic,
  DiagnosticRelatedInformation: () => DiagnosticRelatedInformation,
  DiagnosticSeverity: () => DiagnosticSeverity,
  DiagnosticTag: () => DiagnosticTag,
  DocumentHighlight: () => DocumentHighlight,
  DocumentHighlightKind: () => DocumentHighlightKind,
  DocumentLink: () => DocumentLink,
  DocumentSymbol: () => DocumentSymbol,
  DocumentUri: () => DocumentUri,
  EOL: () => EOL,
  FoldingRange: () => FoldingRange,
  FoldingRangeKind: () => FoldingRangeKind,
  FormattingOptions: () => FormattingOptions,
  Hover: () => Hover,
  InlayHint: () => InlayHint,
  InlayHintKind: () => InlayHintKind,
  InlayHintLabelPart: () => InlayHintLabelPart,
  InlineCompletionContext: () => InlineCompletionContext,
  InlineCompletionItem: () => InlineCompletionItem,
  InlineCompletionList: () => InlineCompletionList,
  InlineCompletionTriggerKind: () => InlineCompletionTriggerKind,
  InlineValueContext: () => InlineValueContext,
  InlineValueEvaluatableExpression: () => InlineValueEvaluatableExpression,
  InlineValueText: () => InlineValueText,
  InlineValueVariableLookup: () => InlineValueVariableLookup,
  InsertReplaceEdit: () => InsertReplaceEdit,
  InsertTextFormat: () => InsertTextFormat,
  InsertTextMode: () => InsertTextMode,
  LanguageKind: () => LanguageKind,
  Location: () => Location,
  LocationLink: () => LocationLink,
  MarkedString: () => MarkedString,
  MarkupContent: () => MarkupContent,
  MarkupKind: () => MarkupKind,
  OptionalVersionedTextDocumentIdentifier: () => OptionalVersionedTextDocumentIdentifier,
  ParameterInformation: () => ParameterInformation,
  Position: () => Position,
  Range: () => Range,
  RenameFile: () => RenameFile,
  SelectedCompletionInfo: () => SelectedCompletionInfo,
  SelectionRange: () => SelectionRange,
  SemanticTokenModifiers: () => SemanticTokenModifiers,
  SemanticTokenTypes: () => SemanticTokenTypes,
  SemanticTokens: () => SemanticTokens,
  SignatureInformation: () => SignatureInformation,
  SnippetTextEdit: () => SnippetTextEdit,
  StringValue: () => StringValue,
  SymbolInformation: () => SymbolInformation,
  SymbolKind: () => SymbolKind,
  SymbolTag: () => SymbolTag,
  TextDocument: () => TextDocument,
  TextDocumentEdit: () => TextDocumentEdit,
  TextDocumentIdentifier: () => TextDocumentIdentifier,
  TextDocumentItem: () => TextDocumentItem,
  TextEdit: () => TextEdit,
  URI: () => URI,
  VersionedTextDocumentIdentifier: () => VersionedTextDocumentIdentifier,
  WorkspaceChange: () => WorkspaceChange,
  WorkspaceEdit: () => WorkspaceEdit,
  WorkspaceFolder: () => WorkspaceFolder,
  WorkspaceSymbol: () => WorkspaceSymbol,
  integer: () => integer,
  uinteger: () => uinteger
});
var DocumentUri, URI, integer, uinteger, Position, Range, Location, LocationLink, Color, ColorInformation, ColorPresentation, FoldingRangeKind, FoldingRange, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, CodeDescription, Diagnostic, Command, TextEdit, ChangeAnnotation, ChangeAnnotationIdentifier, AnnotatedTextEdit, TextDocumentEdit, CreateFile, RenameFile, DeleteFile, WorkspaceEdit, TextEditChangeImpl, SnippetTextEdit, ChangeAnnotations, WorkspaceChange, TextDocumentIdentifier, VersionedTextDocumentIdentifier, OptionalVersionedTextDocumentIdentifier, LanguageKind, TextDocumentItem, MarkupKind, MarkupContent, CompletionItemKind, InsertTextFormat, CompletionItemTag, InsertReplaceEdit, InsertTextMode, ApplyKind, CompletionItemLabelDetails, CompletionItem, CompletionList, MarkedString, Hover, ParameterInformation, SignatureInformation, DocumentHighlightKind, DocumentHighlight, SymbolKind, SymbolTag, SymbolInformation, WorkspaceSymbol, DocumentSymbol, CodeActionKind, CodeActionTriggerKind, CodeActionContext, CodeActionTag, CodeAction, CodeLens, FormattingOptions, DocumentLink, SelectionRange, SemanticTokenTypes, SemanticTokenModifiers, SemanticTokens, InlineValueText, InlineValueVariableLookup, InlineValueEvaluatableExpression, InlineValueContext, InlayHintKind, InlayHintLabelPart, InlayHint, StringValue, InlineCompletionItem, InlineCompletionList, InlineCompletionTriggerKind, SelectedCompletionInfo, InlineCompletionContext, WorkspaceFolder, EOL, TextDocument, FullTextDocument, Is;
var init_main = __esm({
  "node_modules/vscode-languageserver-types/lib/esm/main.js"() {
    "use strict";
    (function(DocumentUri2) {
      function is(value3) {
        return typeof value3 === "string";
      }
      DocumentUri2.is = is;
    })(DocumentUri || (DocumentUri = {}));
    (function(URI2) {
      function is(value3) {
        return typeof value3 === "string";
      }
      URI2.is = is;
    })(URI || (URI = {}));
    (function(integer2) {
      integer2.MIN_VALUE = -2147483648;
      integer2.MAX_VALUE = 2147483647;
      function is(value3) {
        return typeof value3 === "number" && integer2.MIN_VALUE <= value3 && value3 <= integer2.MAX_VALUE;
      }
      integer2.is = is;
    })(integer || (integer = {}));
    (function(uinteger2) {
      uinteger2.MIN_VALUE = 0;
      uinteger2.MAX_VALUE = 2147483647;
      function is(value3) {
        return typeof value3 === "number" && uinteger2.MIN_VALUE <= value3 && value3 <= uinteger2.MAX_VALUE;
      }
      uinteger2.is = is;
    })(uinteger || (uinteger = {}));
    (function(Position2) {
      function create(line, character) {
        if (line === Number.MAX_VALUE) {
          line = uinteger.MAX_VALUE;
        }
        if (character === Number.MAX_VALUE) {
          character = uinteger.MAX_VALUE;
        }
        return { line, character };
      }
      Position2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Is.uinteger(candidate.line) && Is.uinteger(candidate.character);
      }
      Position2.is = is;
    })(Position || (Position = {}));
    (function(Range2) {
      function create(one, two, three, four) {
        if (Is.uinteger(one) && Is.uinteger(two) && Is.uinteger(three) && Is.uinteger(four)) {
          return { start: Position.create(one, two), end: Position.create(three, four) };
        } else if (Position.is(one) && Position.is(two)) {
          return { start: one, end: two };
        } else {
          throw new Error(`Range#create called with invalid arguments[${one}, ${two}, ${three}, ${four}]`);
        }
      }
      Range2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Position.is(candidate.start) && Position.is(candidate.end);
      }
      Range2.is = is;
    })(Range || (Range = {}));
    (function(Location2) {
      function create(uri, range) {
        return { uri, range };
      }
      Location2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && (Is.string(candidate.uri) || Is.undefined(candidate.uri));
      }
      Location2.is = is;
    })(Location || (Location = {}));
    (function(LocationLink2) {
      function create(targetUri, targetRange, targetSelectionRange, originSelectionRange) {
        return { targetUri, targetRange, targetSelectionRange, originSelectionRange };
      }
      LocationLink2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Range.is(candidate.targetRange) && Is.string(candidate.targetUri) && Range.is(candidate.targetSelectionRange) && (Range.is(candidate.originSelectionRange) || Is.undefined(candidate.originSelectionRange));
      }
      LocationLink2.is = is;
    })(LocationLink || (LocationLink = {}));
    (function(Color2) {
      function create(red, green, blue, alpha) {
        return {
          red,
          green,
          blue,
          alpha
        };
      }
      Color2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Is.numberRange(candidate.red, 0, 1) && Is.numberRange(candidate.green, 0, 1) && Is.numberRange(candidate.blue, 0, 1) && Is.numberRange(candidate.alpha, 0, 1);
      }
      Color2.is = is;
    })(Color || (Color = {}));
    (function(ColorInformation2) {
      function create(range, color) {
        return {
          range,
          color
        };
      }
      ColorInformation2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && Color.is(candidate.color);
      }
      ColorInformation2.is = is;
    })(ColorInformation || (ColorInformation = {}));
    (function(ColorPresentation2) {
      function create(label, textEdit, additionalTextEdits) {
        return {
          label,
          textEdit,
          additionalTextEdits
        };
      }
      ColorPresentation2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.undefined(candidate.textEdit) || TextEdit.is(candidate.textEdit)) && (Is.undefined(candidate.additionalTextEdits) || Is.typedArray(candidate.additionalTextEdits, TextEdit.is));
      }
      ColorPresentation2.is = is;
    })(ColorPresentation || (ColorPresentation = {}));
    (function(FoldingRangeKind2) {
      FoldingRangeKind2.Comment = "comment";
      FoldingRangeKind2.Imports = "imports";
      FoldingRangeKind2.Region = "region";
    })(FoldingRangeKind || (FoldingRangeKind = {}));
    (function(FoldingRange2) {
      function create(startLine, endLine, startCharacter, endCharacter, kind, collapsedText) {
        const result = {
          startLine,
          endLine
        };
        if (Is.defined(startCharacter)) {
          result.startCharacter = startCharacter;
        }
        if (Is.defined(endCharacter)) {
          result.endCharacter = endCharacter;
        }
        if (Is.defined(kind)) {
          result.kind = kind;
        }
        if (Is.defined(collapsedText)) {
          result.collapsedText = collapsedText;
        }
        return result;
      }
      FoldingRange2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Is.uinteger(candidate.startLine) && Is.uinteger(candidate.endLine) && (Is.undefined(candidate.startCharacter) || Is.uinteger(candidate.startCharacter)) && (Is.undefined(candidate.endCharacter) || Is.uinteger(candidate.endCharacter)) && (Is.undefined(candidate.kind) || Is.string(candidate.kind));
      }
      FoldingRange2.is = is;
    })(FoldingRange || (FoldingRange = {}));
    (function(DiagnosticRelatedInformation2) {
      function create(location, message) {
        return {
          location,
          message
        };
      }
      DiagnosticRelatedInformation2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Location.is(candidate.location) && Is.string(candidate.message);
      }
      DiagnosticRelatedInformation2.is = is;
    })(DiagnosticRelatedInformation || (DiagnosticRelatedInformation = {}));
    (function(DiagnosticSeverity2) {
      DiagnosticSeverity2.Error = 1;
      DiagnosticSeverity2.Warning = 2;
      DiagnosticSeverity2.Information = 3;
      DiagnosticSeverity2.Hint = 4;
    })(DiagnosticSeverity || (DiagnosticSeverity = {}));
    (function(DiagnosticTag2) {
      DiagnosticTag2.Unnecessary = 1;
      DiagnosticTag2.Deprecated = 2;
    })(DiagnosticTag || (DiagnosticTag = {}));
    (function(CodeDescription2) {
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Is.string(candidate.href);
      }
      CodeDescription2.is = is;
    })(CodeDescription || (CodeDescription = {}));
    (function(Diagnostic2) {
      function create(range, message, severity, code, source, relatedInformation) {
        const result = { range, message };
        if (Is.defined(severity)) {
          result.severity = severity;
        }
        if (Is.defined(code)) {
          result.code = code;
        }
        if (Is.defined(source)) {
          result.source = source;
        }
        if (Is.defined(relatedInformation)) {
          result.relatedInformation = relatedInformation;
        }
        return result;
      }
      Diagnostic2.create = create;
      function is(value3) {
        var _a;
        const candidate = value3;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.string(candidate.message) || MarkupContent.is(candidate.message)) && (Is.number(candidate.severity) || Is.undefined(candidate.severity)) && (Is.integer(candidate.code) || Is.string(candidate.code) || Is.undefined(candidate.code)) && (Is.undefined(candidate.codeDescription) || Is.string((_a = candidate.codeDescription) === null || _a === void 0 ? void 0 : _a.href)) && (Is.string(candidate.source) || Is.undefined(candidate.source)) && (Is.undefined(candidate.relatedInformation) || Is.typedArray(candidate.relatedInformation, DiagnosticRelatedInformation.is));
      }
      Diagnostic2.is = is;
      function is3_17(value3) {
        return Is.string(value3.message);
      }
      Diagnostic2.is3_17 = is3_17;
      function getMessageString(diagnostic) {
        if (Is.string(diagnostic.message)) {
          return diagnostic.message;
        } else if (MarkupContent.is(diagnostic.message)) {
          return diagnostic.message.value;
        } else {
          throw new Error(`Unknown message type ${typeof diagnostic.message}`);
        }
      }
      Diagnostic2.getMessageString = getMessageString;
    })(Diagnostic || (Diagnostic = {}));
    (function(Command2) {
      function create(title, command2, ...args) {
        const result = { title, command: command2 };
        if (Is.defined(args) && args.length > 0) {
          result.arguments = args;
        }
        return result;
      }
      Command2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Is.string(candidate.title) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip)) && Is.string(candidate.command);
      }
      Command2.is = is;
    })(Command || (Command = {}));
    (function(TextEdit2) {
      function replace(range, newText) {
        return { range, newText };
      }
      TextEdit2.replace = replace;
      function insert(position, newText) {
        return { range: { start: position, end: position }, newText };
      }
      TextEdit2.insert = insert;
      function del(range) {
        return { range, newText: "" };
      }
      TextEdit2.del = del;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Is.string(candidate.newText) && Range.is(candidate.range);
      }
      TextEdit2.is = is;
    })(TextEdit || (TextEdit = {}));
    (function(ChangeAnnotation2) {
      function create(label, needsConfirmation, description) {
        const result = { label };
        if (needsConfirmation !== void 0) {
          result.needsConfirmation = needsConfirmation;
        }
        if (description !== void 0) {
          result.description = description;
        }
        return result;
      }
      ChangeAnnotation2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.boolean(candidate.needsConfirmation) || candidate.needsConfirmation === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
      }
      ChangeAnnotation2.is = is;
    })(ChangeAnnotation || (ChangeAnnotation = {}));
    (function(ChangeAnnotationIdentifier2) {
      function is(value3) {
        const candidate = value3;
        return Is.string(candidate);
      }
      ChangeAnnotationIdentifier2.is = is;
    })(ChangeAnnotationIdentifier || (ChangeAnnotationIdentifier = {}));
    (function(AnnotatedTextEdit2) {
      function replace(range, newText, annotation2) {
        return { range, newText, annotationId: annotation2 };
      }
      AnnotatedTextEdit2.replace = replace;
      function insert(position, newText, annotation2) {
        return { range: { start: position, end: position }, newText, annotationId: annotation2 };
      }
      AnnotatedTextEdit2.insert = insert;
      function del(range, annotation2) {
        return { range, newText: "", annotationId: annotation2 };
      }
      AnnotatedTextEdit2.del = del;
      function is(value3) {
        const candidate = value3;
        return TextEdit.is(candidate) && (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      AnnotatedTextEdit2.is = is;
    })(AnnotatedTextEdit || (AnnotatedTextEdit = {}));
    (function(TextDocumentEdit2) {
      function create(textDocument, edits) {
        return { textDocument, edits };
      }
      TextDocumentEdit2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && OptionalVersionedTextDocumentIdentifier.is(candidate.textDocument) && Array.isArray(candidate.edits);
      }
      TextDocumentEdit2.is = is;
    })(TextDocumentEdit || (TextDocumentEdit = {}));
    (function(CreateFile2) {
      function create(uri, options2, annotation2) {
        const result = {
          kind: "create",
          uri
        };
        if (options2 !== void 0 && (options2.overwrite !== void 0 || options2.ignoreIfExists !== void 0)) {
          result.options = options2;
        }
        if (annotation2 !== void 0) {
          result.annotationId = annotation2;
        }
        return result;
      }
      CreateFile2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate && candidate.kind === "create" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      CreateFile2.is = is;
    })(CreateFile || (CreateFile = {}));
    (function(RenameFile2) {
      function create(oldUri, newUri, options2, annotation2) {
        const result = {
          kind: "rename",
          oldUri,
          newUri
        };
        if (options2 !== void 0 && (options2.overwrite !== void 0 || options2.ignoreIfExists !== void 0)) {
          result.options = options2;
        }
        if (annotation2 !== void 0) {
          result.annotationId = annotation2;
        }
        return result;
      }
      RenameFile2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate && candidate.kind === "rename" && Is.string(candidate.oldUri) && Is.string(candidate.newUri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      RenameFile2.is = is;
    })(RenameFile || (RenameFile = {}));
    (function(DeleteFile2) {
      function create(uri, options2, annotation2) {
        const result = {
          kind: "delete",
          uri
        };
        if (options2 !== void 0 && (options2.recursive !== void 0 || options2.ignoreIfNotExists !== void 0)) {
          result.options = options2;
        }
        if (annotation2 !== void 0) {
          result.annotationId = annotation2;
        }
        return result;
      }
      DeleteFile2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate && candidate.kind === "delete" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.recursive === void 0 || Is.boolean(candidate.options.recursive)) && (candidate.options.ignoreIfNotExists === void 0 || Is.boolean(candidate.options.ignoreIfNotExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      DeleteFile2.is = is;
    })(DeleteFile || (DeleteFile = {}));
    (function(WorkspaceEdit2) {
      function is(value3) {
        const candidate = value3;
        return candidate && (candidate.changes !== void 0 || candidate.documentChanges !== void 0) && (candidate.documentChanges === void 0 || candidate.documentChanges.every((change) => {
          if (Is.string(change.kind)) {
            return CreateFile.is(change) || RenameFile.is(change) || DeleteFile.is(change);
          } else {
            return TextDocumentEdit.is(change);
          }
        }));
      }
      WorkspaceEdit2.is = is;
    })(WorkspaceEdit || (WorkspaceEdit = {}));
    TextEditChangeImpl = class {
      constructor(edits, changeAnnotations) {
        this.edits = edits;
        this.changeAnnotations = changeAnnotations;
      }
      insert(position, newText, annotation2) {
        let edit;
        let id;
        if (annotation2 === void 0) {
          edit = TextEdit.insert(position, newText);
        } else if (ChangeAnnotationIdentifier.is(annotation2)) {
          id = annotation2;
          edit = AnnotatedTextEdit.insert(position, newText, annotation2);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation2);
          edit = AnnotatedTextEdit.insert(position, newText, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      replace(range, newText, annotation2) {
        let edit;
        let id;
        if (annotation2 === void 0) {
          edit = TextEdit.replace(range, newText);
        } else if (ChangeAnnotationIdentifier.is(annotation2)) {
          id = annotation2;
          edit = AnnotatedTextEdit.replace(range, newText, annotation2);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation2);
          edit = AnnotatedTextEdit.replace(range, newText, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      delete(range, annotation2) {
        let edit;
        let id;
        if (annotation2 === void 0) {
          edit = TextEdit.del(range);
        } else if (ChangeAnnotationIdentifier.is(annotation2)) {
          id = annotation2;
          edit = AnnotatedTextEdit.del(range, annotation2);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation2);
          edit = AnnotatedTextEdit.del(range, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      add(edit) {
        this.edits.push(edit);
      }
      all() {
        return this.edits;
      }
      clear() {
        this.edits.splice(0, this.edits.length);
      }
      assertChangeAnnotations(value3) {
        if (value3 === void 0) {
          throw new Error(`Text edit change is not configured to manage change annotations.`);
        }
      }
    };
    (function(SnippetTextEdit2) {
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && StringValue.isSnippet(candidate.snippet) && (candidate.annotationId === void 0 || (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId)));
      }
      SnippetTextEdit2.is = is;
    })(SnippetTextEdit || (SnippetTextEdit = {}));
    ChangeAnnotations = class {
      constructor(annotations2) {
        this._annotations = annotations2 === void 0 ? /* @__PURE__ */ Object.create(null) : annotations2;
        this._counter = 0;
        this._size = 0;
      }
      all() {
        return this._annotations;
      }
      get size() {
        return this._size;
      }
      manage(idOrAnnotation, annotation2) {
        let id;
        if (ChangeAnnotationIdentifier.is(idOrAnnotation)) {
          id = idOrAnnotation;
        } else {
          id = this.nextId();
          annotation2 = idOrAnnotation;
        }
        if (this._annotations[id] !== void 0) {
          throw new Error(`Id ${id} is already in use.`);
        }
        if (annotation2 === void 0) {
          throw new Error(`No annotation provided for id ${id}`);
        }
        this._annotations[id] = annotation2;
        this._size++;
        return id;
      }
      nextId() {
        this._counter++;
        return this._counter.toString();
      }
    };
    WorkspaceChange = class {
      constructor(workspaceEdit) {
        this._textEditChanges = /* @__PURE__ */ Object.create(null);
        if (workspaceEdit !== void 0) {
          this._workspaceEdit = workspaceEdit;
          if (workspaceEdit.documentChanges) {
            this._changeAnnotations = new ChangeAnnotations(workspaceEdit.changeAnnotations);
            workspaceEdit.changeAnnotations = this._changeAnnotations.all();
            workspaceEdit.documentChanges.forEach((change) => {
              if (TextDocumentEdit.is(change)) {
                const textEditChange = new TextEditChangeImpl(change.edits, this._changeAnnotations);
                this._textEditChanges[change.textDocument.uri] = textEditChange;
              }
            });
          } else if (workspaceEdit.changes) {
            Object.keys(workspaceEdit.changes).forEach((key) => {
              const textEditChange = new TextEditChangeImpl(workspaceEdit.changes[key]);
              this._textEditChanges[key] = textEditChange;
            });
          }
        } else {
          this._workspaceEdit = {};
        }
      }
      /**
       * Returns the underlying {@link WorkspaceEdit} literal
       * use to be returned from a workspace edit operation like rename.
       */
      get edit() {
        this.initDocumentChanges();
        if (this._changeAnnotations !== void 0) {
          if (this._changeAnnotations.size === 0) {
            this._workspaceEdit.changeAnnotations = void 0;
          } else {
            this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
          }
        }
        return this._workspaceEdit;
      }
      getTextEditChange(key) {
        if (OptionalVersionedTextDocumentIdentifier.is(key)) {
          this.initDocumentChanges();
          if (this._workspaceEdit.documentChanges === void 0) {
            throw new Error("Workspace edit is not configured for document changes.");
          }
          const textDocument = { uri: key.uri, version: key.version };
          let result = this._textEditChanges[textDocument.uri];
          if (!result) {
            const edits = [];
            const textDocumentEdit = {
              textDocument,
              edits
            };
            this._workspaceEdit.documentChanges.push(textDocumentEdit);
            result = new TextEditChangeImpl(edits, this._changeAnnotations);
            this._textEditChanges[textDocument.uri] = result;
          }
          return result;
        } else {
          this.initChanges();
          if (this._workspaceEdit.changes === void 0) {
            throw new Error("Workspace edit is not configured for normal text edit changes.");
          }
          let result = this._textEditChanges[key];
          if (!result) {
            const edits = [];
            this._workspaceEdit.changes[key] = edits;
            result = new TextEditChangeImpl(edits);
            this._textEditChanges[key] = result;
          }
          return result;
        }
      }
      initDocumentChanges() {
        if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
          this._changeAnnotations = new ChangeAnnotations();
          this._workspaceEdit.documentChanges = [];
          this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
        }
      }
      initChanges() {
        if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
          this._workspaceEdit.changes = /* @__PURE__ */ Object.create(null);
        }
      }
      createFile(uri, optionsOrAnnotation, options2) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation2;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation2 = optionsOrAnnotation;
        } else {
          options2 = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation2 === void 0) {
          operation = CreateFile.create(uri, options2);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation2) ? annotation2 : this._changeAnnotations.manage(annotation2);
          operation = CreateFile.create(uri, options2, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
      renameFile(oldUri, newUri, optionsOrAnnotation, options2) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation2;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation2 = optionsOrAnnotation;
        } else {
          options2 = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation2 === void 0) {
          operation = RenameFile.create(oldUri, newUri, options2);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation2) ? annotation2 : this._changeAnnotations.manage(annotation2);
          operation = RenameFile.create(oldUri, newUri, options2, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
      deleteFile(uri, optionsOrAnnotation, options2) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation2;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation2 = optionsOrAnnotation;
        } else {
          options2 = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation2 === void 0) {
          operation = DeleteFile.create(uri, options2);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation2) ? annotation2 : this._changeAnnotations.manage(annotation2);
          operation = DeleteFile.create(uri, options2, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
    };
    (function(TextDocumentIdentifier2) {
      function create(uri) {
        return { uri };
      }
      TextDocumentIdentifier2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Is.string(candidate.uri);
      }
      TextDocumentIdentifier2.is = is;
    })(TextDocumentIdentifier || (TextDocumentIdentifier = {}));
    (function(VersionedTextDocumentIdentifier2) {
      function create(uri, version2) {
        return { uri, version: version2 };
      }
      VersionedTextDocumentIdentifier2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Is.string(candidate.uri) && Is.integer(candidate.version);
      }
      VersionedTextDocumentIdentifier2.is = is;
    })(VersionedTextDocumentIdentifier || (VersionedTextDocumentIdentifier = {}));
    (function(OptionalVersionedTextDocumentIdentifier2) {
      function create(uri, version2) {
        return { uri, version: version2 };
      }
      OptionalVersionedTextDocumentIdentifier2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Is.string(candidate.uri) && (candidate.version === null || Is.integer(candidate.version));
      }
      OptionalVersionedTextDocumentIdentifier2.is = is;
    })(OptionalVersionedTextDocumentIdentifier || (OptionalVersionedTextDocumentIdentifier = {}));
    (function(LanguageKind2) {
      LanguageKind2.ABAP = "abap";
      LanguageKind2.WindowsBat = "bat";
      LanguageKind2.BibTeX = "bibtex";
      LanguageKind2.Clojure = "clojure";
      LanguageKind2.Coffeescript = "coffeescript";
      LanguageKind2.C = "c";
      LanguageKind2.CPP = "cpp";
      LanguageKind2.CSharp = "csharp";
      LanguageKind2.CSS = "css";
      LanguageKind2.D = "d";
      LanguageKind2.Delphi = "pascal";
      LanguageKind2.Diff = "diff";
      LanguageKind2.Dart = "dart";
      LanguageKind2.Dockerfile = "dockerfile";
      LanguageKind2.Elixir = "elixir";
      LanguageKind2.Erlang = "erlang";
      LanguageKind2.FSharp = "fsharp";
      LanguageKind2.GitCommit = "git-commit";
      LanguageKind2.GitRebase = "git-rebase";
      LanguageKind2.Go = "go";
      LanguageKind2.Groovy = "groovy";
      LanguageKind2.Handlebars = "handlebars";
      LanguageKind2.Haskell = "haskell";
      LanguageKind2.HTML = "html";
      LanguageKind2.Ini = "ini";
      LanguageKind2.Java = "java";
      LanguageKind2.JavaScript = "javascript";
      LanguageKind2.JavaScriptReact = "javascriptreact";
      LanguageKind2.JSON = "json";
      LanguageKind2.LaTeX = "latex";
      LanguageKind2.Less = "less";
      LanguageKind2.Lua = "lua";
      LanguageKind2.Makefile = "makefile";
      LanguageKind2.Markdown = "markdown";
      LanguageKind2.ObjectiveC = "objective-c";
      LanguageKind2.ObjectiveCPP = "objective-cpp";
      LanguageKind2.Pascal = "pascal";
      LanguageKind2.Perl = "perl";
      LanguageKind2.Perl6 = "perl6";
      LanguageKind2.PHP = "php";
      LanguageKind2.Plaintext = "plaintext";
      LanguageKind2.Powershell = "powershell";
      LanguageKind2.Pug = "jade";
      LanguageKind2.Python = "python";
      LanguageKind2.R = "r";
      LanguageKind2.Razor = "razor";
      LanguageKind2.Ruby = "ruby";
      LanguageKind2.Rust = "rust";
      LanguageKind2.SCSS = "scss";
      LanguageKind2.SASS = "sass";
      LanguageKind2.Scala = "scala";
      LanguageKind2.ShaderLab = "shaderlab";
      LanguageKind2.ShellScript = "shellscript";
      LanguageKind2.SQL = "sql";
      LanguageKind2.Swift = "swift";
      LanguageKind2.TypeScript = "typescript";
      LanguageKind2.TypeScriptReact = "typescriptreact";
      LanguageKind2.TeX = "tex";
      LanguageKind2.VisualBasic = "vb";
      LanguageKind2.XML = "xml";
      LanguageKind2.XSL = "xsl";
      LanguageKind2.YAML = "yaml";
    })(LanguageKind || (LanguageKind = {}));
    (function(TextDocumentItem2) {
      function create(uri, languageId, version2, text) {
        return { uri, languageId, version: version2, text };
      }
      TextDocumentItem2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Is.string(candidate.uri) && Is.string(candidate.languageId) && Is.integer(candidate.version) && Is.string(candidate.text);
      }
      TextDocumentItem2.is = is;
    })(TextDocumentItem || (TextDocumentItem = {}));
    (function(MarkupKind2) {
      MarkupKind2.PlainText = "plaintext";
      MarkupKind2.Markdown = "markdown";
      function is(value3) {
        const candidate = value3;
        return candidate === MarkupKind2.PlainText || candidate === MarkupKind2.Markdown;
      }
      MarkupKind2.is = is;
    })(MarkupKind || (MarkupKind = {}));
    (function(MarkupContent2) {
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(value3) && MarkupKind.is(candidate.kind) && Is.string(candidate.value);
      }
      MarkupContent2.is = is;
    })(MarkupContent || (MarkupContent = {}));
    (function(CompletionItemKind2) {
      CompletionItemKind2.Text = 1;
      CompletionItemKind2.Method = 2;
      CompletionItemKind2.Function = 3;
      CompletionItemKind2.Constructor = 4;
      CompletionItemKind2.Field = 5;
      CompletionItemKind2.Variable = 6;
      CompletionItemKind2.Class = 7;
      CompletionItemKind2.Interface = 8;
      CompletionItemKind2.Module = 9;
      CompletionItemKind2.Property = 10;
      CompletionItemKind2.Unit = 11;
      CompletionItemKind2.Value = 12;
      CompletionItemKind2.Enum = 13;
      CompletionItemKind2.Keyword = 14;
      CompletionItemKind2.Snippet = 15;
      CompletionItemKind2.Color = 16;
      CompletionItemKind2.File = 17;
      CompletionItemKind2.Reference = 18;
      CompletionItemKind2.Folder = 19;
      CompletionItemKind2.EnumMember = 20;
      CompletionItemKind2.Constant = 21;
      CompletionItemKind2.Struct = 22;
      CompletionItemKind2.Event = 23;
      CompletionItemKind2.Operator = 24;
      CompletionItemKind2.TypeParameter = 25;
    })(CompletionItemKind || (CompletionItemKind = {}));
    (function(InsertTextFormat2) {
      InsertTextFormat2.PlainText = 1;
      InsertTextFormat2.Snippet = 2;
    })(InsertTextFormat || (InsertTextFormat = {}));
    (function(CompletionItemTag2) {
      CompletionItemTag2.Deprecated = 1;
    })(CompletionItemTag || (CompletionItemTag = {}));
    (function(InsertReplaceEdit2) {
      function create(newText, insert, replace) {
        return { newText, insert, replace };
      }
      InsertReplaceEdit2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate && Is.string(candidate.newText) && Range.is(candidate.insert) && Range.is(candidate.replace);
      }
      InsertReplaceEdit2.is = is;
    })(InsertReplaceEdit || (InsertReplaceEdit = {}));
    (function(InsertTextMode2) {
      InsertTextMode2.asIs = 1;
      InsertTextMode2.adjustIndentation = 2;
    })(InsertTextMode || (InsertTextMode = {}));
    (function(ApplyKind2) {
      ApplyKind2.Replace = 1;
      ApplyKind2.Merge = 2;
    })(ApplyKind || (ApplyKind = {}));
    (function(CompletionItemLabelDetails2) {
      function is(value3) {
        const candidate = value3;
        return candidate && (Is.string(candidate.detail) || candidate.detail === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
      }
      CompletionItemLabelDetails2.is = is;
    })(CompletionItemLabelDetails || (CompletionItemLabelDetails = {}));
    (function(CompletionItem2) {
      function create(label) {
        return { label };
      }
      CompletionItem2.create = create;
    })(CompletionItem || (CompletionItem = {}));
    (function(CompletionList2) {
      function create(items, isIncomplete) {
        return { items: items ? items : [], isIncomplete: !!isIncomplete };
      }
      CompletionList2.create = create;
    })(CompletionList || (CompletionList = {}));
    (function(MarkedString2) {
      function fromPlainText(plainText) {
        return plainText.replace(/[\\`*_{}[\]()#+\-.!]/g, "\\$&");
      }
      MarkedString2.fromPlainText = fromPlainText;
      function is(value3) {
        const candidate = value3;
        return Is.string(candidate) || Is.objectLiteral(candidate) && Is.string(candidate.language) && Is.string(candidate.value);
      }
      MarkedString2.is = is;
    })(MarkedString || (MarkedString = {}));
    (function(Hover2) {
      function is(value3) {
        const candidate = value3;
        return !!candidate && Is.objectLiteral(candidate) && (MarkupContent.is(candidate.contents) || MarkedString.is(candidate.contents) || Is.typedArray(candidate.contents, MarkedString.is)) && (value3.range === void 0 || Range.is(value3.range));
      }
      Hover2.is = is;
    })(Hover || (Hover = {}));
    (function(ParameterInformation2) {
      function create(label, documentation) {
        return documentation ? { label, documentation } : { label };
      }
      ParameterInformation2.create = create;
    })(ParameterInformation || (ParameterInformation = {}));
    (function(SignatureInformation2) {
      function create(label, documentation, ...parameters) {
        const result = { label };
        if (Is.defined(documentation)) {
          result.documentation = documentation;
        }
        if (Is.defined(parameters)) {
          result.parameters = parameters;
        } else {
          result.parameters = [];
        }
        return result;
      }
      SignatureInformation2.create = create;
    })(SignatureInformation || (SignatureInformation = {}));
    (function(DocumentHighlightKind2) {
      DocumentHighlightKind2.Text = 1;
      DocumentHighlightKind2.Read = 2;
      DocumentHighlightKind2.Write = 3;
    })(DocumentHighlightKind || (DocumentHighlightKind = {}));
    (function(DocumentHighlight2) {
      function create(range, kind) {
        const result = { range };
        if (Is.number(kind)) {
          result.kind = kind;
        }
        return result;
      }
      DocumentHighlight2.create = create;
    })(DocumentHighlight || (DocumentHighlight = {}));
    (function(SymbolKind2) {
      SymbolKind2.File = 1;
      SymbolKind2.Module = 2;
      SymbolKind2.Namespace = 3;
      SymbolKind2.Package = 4;
      SymbolKind2.Class = 5;
      SymbolKind2.Method = 6;
      SymbolKind2.Property = 7;
      SymbolKind2.Field = 8;
      SymbolKind2.Constructor = 9;
      SymbolKind2.Enum = 10;
      SymbolKind2.Interface = 11;
      SymbolKind2.Function = 12;
      SymbolKind2.Variable = 13;
      SymbolKind2.Constant = 14;
      SymbolKind2.String = 15;
      SymbolKind2.Number = 16;
      SymbolKind2.Boolean = 17;
      SymbolKind2.Array = 18;
      SymbolKind2.Object = 19;
      SymbolKind2.Key = 20;
      SymbolKind2.Null = 21;
      SymbolKind2.EnumMember = 22;
      SymbolKind2.Struct = 23;
      SymbolKind2.Event = 24;
      SymbolKind2.Operator = 25;
      SymbolKind2.TypeParameter = 26;
    })(SymbolKind || (SymbolKind = {}));
    (function(SymbolTag2) {
      SymbolTag2.Deprecated = 1;
    })(SymbolTag || (SymbolTag = {}));
    (function(SymbolInformation2) {
      function create(name, kind, range, uri, containerName) {
        const result = {
          name,
          kind,
          location: { uri, range }
        };
        if (containerName) {
          result.containerName = containerName;
        }
        return result;
      }
      SymbolInformation2.create = create;
    })(SymbolInformation || (SymbolInformation = {}));
    (function(WorkspaceSymbol2) {
      function create(name, kind, uri, range) {
        return range !== void 0 ? { name, kind, location: { uri, range } } : { name, kind, location: { uri } };
      }
      WorkspaceSymbol2.create = create;
    })(WorkspaceSymbol || (WorkspaceSymbol = {}));
    (function(DocumentSymbol2) {
      function create(name, detail, kind, range, selectionRange, children) {
        const result = {
          name,
          detail,
          kind,
          range,
          selectionRange
        };
        if (children !== void 0) {
          result.children = children;
        }
        return result;
      }
      DocumentSymbol2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate && Is.string(candidate.name) && Is.number(candidate.kind) && Range.is(candidate.range) && Range.is(candidate.selectionRange) && (candidate.detail === void 0 || Is.string(candidate.detail)) && (candidate.deprecated === void 0 || Is.boolean(candidate.deprecated)) && (candidate.children === void 0 || Array.isArray(candidate.children)) && (candidate.tags === void 0 || Array.isArray(candidate.tags));
      }
      DocumentSymbol2.is = is;
    })(DocumentSymbol || (DocumentSymbol = {}));
    (function(CodeActionKind2) {
      CodeActionKind2.Empty = "";
      CodeActionKind2.QuickFix = "quickfix";
      CodeActionKind2.Refactor = "refactor";
      CodeActionKind2.RefactorExtract = "refactor.extract";
      CodeActionKind2.RefactorInline = "refactor.inline";
      CodeActionKind2.RefactorMove = "refactor.move";
      CodeActionKind2.RefactorRewrite = "refactor.rewrite";
      CodeActionKind2.Source = "source";
      CodeActionKind2.SourceOrganizeImports = "source.organizeImports";
      CodeActionKind2.SourceFixAll = "source.fixAll";
      CodeActionKind2.Notebook = "notebook";
    })(CodeActionKind || (CodeActionKind = {}));
    (function(CodeActionTriggerKind2) {
      CodeActionTriggerKind2.Invoked = 1;
      CodeActionTriggerKind2.Automatic = 2;
    })(CodeActionTriggerKind || (CodeActionTriggerKind = {}));
    (function(CodeActionContext2) {
      function create(diagnostics, only, triggerKind) {
        const result = { diagnostics };
        if (only !== void 0 && only !== null) {
          result.only = only;
        }
        if (triggerKind !== void 0 && triggerKind !== null) {
          result.triggerKind = triggerKind;
        }
        return result;
      }
      CodeActionContext2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Is.typedArray(candidate.diagnostics, Diagnostic.is) && (candidate.only === void 0 || Is.typedArray(candidate.only, Is.string)) && (candidate.triggerKind === void 0 || candidate.triggerKind === CodeActionTriggerKind.Invoked || candidate.triggerKind === CodeActionTriggerKind.Automatic);
      }
      CodeActionContext2.is = is;
    })(CodeActionContext || (CodeActionContext = {}));
    (function(CodeActionTag2) {
      CodeActionTag2.LLMGenerated = 1;
      function is(value3) {
        return Is.defined(value3) && value3 === CodeActionTag2.LLMGenerated;
      }
      CodeActionTag2.is = is;
    })(CodeActionTag || (CodeActionTag = {}));
    (function(CodeAction2) {
      function create(title, kindOrCommandOrEdit, kind) {
        const result = { title };
        let checkKind = true;
        if (typeof kindOrCommandOrEdit === "string") {
          checkKind = false;
          result.kind = kindOrCommandOrEdit;
        } else if (Command.is(kindOrCommandOrEdit)) {
          result.command = kindOrCommandOrEdit;
        } else {
          result.edit = kindOrCommandOrEdit;
        }
        if (checkKind && kind !== void 0) {
          result.kind = kind;
        }
        return result;
      }
      CodeAction2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate && Is.string(candidate.title) && (candidate.diagnostics === void 0 || Is.typedArray(candidate.diagnostics, Diagnostic.is)) && (candidate.kind === void 0 || Is.string(candidate.kind)) && (candidate.edit !== void 0 || candidate.command !== void 0) && (candidate.command === void 0 || Command.is(candidate.command)) && (candidate.isPreferred === void 0 || Is.boolean(candidate.isPreferred)) && (candidate.edit === void 0 || WorkspaceEdit.is(candidate.edit)) && (candidate.tags === void 0 || Is.typedArray(candidate.tags, CodeActionTag.is));
      }
      CodeAction2.is = is;
    })(CodeAction || (CodeAction = {}));
    (function(CodeLens2) {
      function create(range, data2) {
        const result = { range };
        if (Is.defined(data2)) {
          result.data = data2;
        }
        return result;
      }
      CodeLens2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.command) || Command.is(candidate.command));
      }
      CodeLens2.is = is;
    })(CodeLens || (CodeLens = {}));
    (function(FormattingOptions2) {
      function create(tabSize, insertSpaces) {
        return { tabSize, insertSpaces };
      }
      FormattingOptions2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Is.uinteger(candidate.tabSize) && Is.boolean(candidate.insertSpaces);
      }
      FormattingOptions2.is = is;
    })(FormattingOptions || (FormattingOptions = {}));
    (function(DocumentLink2) {
      function create(range, target, data2) {
        return { range, target, data: data2 };
      }
      DocumentLink2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.target) || Is.string(candidate.target));
      }
      DocumentLink2.is = is;
    })(DocumentLink || (DocumentLink = {}));
    (function(SelectionRange2) {
      function create(range, parent) {
        return { range, parent };
      }
      SelectionRange2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && (candidate.parent === void 0 || SelectionRange2.is(candidate.parent));
      }
      SelectionRange2.is = is;
    })(SelectionRange || (SelectionRange = {}));
    (function(SemanticTokenTypes2) {
      SemanticTokenTypes2["namespace"] = "namespace";
      SemanticTokenTypes2["type"] = "type";
      SemanticTokenTypes2["class"] = "class";
      SemanticTokenTypes2["enum"] = "enum";
      SemanticTokenTypes2["interface"] = "interface";
      SemanticTokenTypes2["struct"] = "struct";
      SemanticTokenTypes2["typeParameter"] = "typeParameter";
      SemanticTokenTypes2["parameter"] = "parameter";
      SemanticTokenTypes2["variable"] = "variable";
      SemanticTokenTypes2["property"] = "property";
      SemanticTokenTypes2["enumMember"] = "enumMember";
      SemanticTokenTypes2["event"] = "event";
      SemanticTokenTypes2["function"] = "function";
      SemanticTokenTypes2["method"] = "method";
      SemanticTokenTypes2["macro"] = "macro";
      SemanticTokenTypes2["keyword"] = "keyword";
      SemanticTokenTypes2["modifier"] = "modifier";
      SemanticTokenTypes2["comment"] = "comment";
      SemanticTokenTypes2["string"] = "string";
      SemanticTokenTypes2["number"] = "number";
      SemanticTokenTypes2["regexp"] = "regexp";
      SemanticTokenTypes2["operator"] = "operator";
      SemanticTokenTypes2["decorator"] = "decorator";
      SemanticTokenTypes2["label"] = "label";
    })(SemanticTokenTypes || (SemanticTokenTypes = {}));
    (function(SemanticTokenModifiers2) {
      SemanticTokenModifiers2["declaration"] = "declaration";
      SemanticTokenModifiers2["definition"] = "definition";
      SemanticTokenModifiers2["readonly"] = "readonly";
      SemanticTokenModifiers2["static"] = "static";
      SemanticTokenModifiers2["deprecated"] = "deprecated";
      SemanticTokenModifiers2["abstract"] = "abstract";
      SemanticTokenModifiers2["async"] = "async";
      SemanticTokenModifiers2["modification"] = "modification";
      SemanticTokenModifiers2["documentation"] = "documentation";
      SemanticTokenModifiers2["defaultLibrary"] = "defaultLibrary";
    })(SemanticTokenModifiers || (SemanticTokenModifiers = {}));
    (function(SemanticTokens2) {
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && (candidate.resultId === void 0 || typeof candidate.resultId === "string") && Array.isArray(candidate.data) && (candidate.data.length === 0 || typeof candidate.data[0] === "number");
      }
      SemanticTokens2.is = is;
    })(SemanticTokens || (SemanticTokens = {}));
    (function(InlineValueText2) {
      function create(range, text) {
        return { range, text };
      }
      InlineValueText2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.string(candidate.text);
      }
      InlineValueText2.is = is;
    })(InlineValueText || (InlineValueText = {}));
    (function(InlineValueVariableLookup2) {
      function create(range, variableName, caseSensitiveLookup) {
        return { range, variableName, caseSensitiveLookup };
      }
      InlineValueVariableLookup2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.boolean(candidate.caseSensitiveLookup) && (Is.string(candidate.variableName) || candidate.variableName === void 0);
      }
      InlineValueVariableLookup2.is = is;
    })(InlineValueVariableLookup || (InlineValueVariableLookup = {}));
    (function(InlineValueEvaluatableExpression2) {
      function create(range, expression) {
        return { range, expression };
      }
      InlineValueEvaluatableExpression2.create = create;
      function is(value3) {
        const candidate = value3;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && (Is.string(candidate.expression) || candidate.expression === void 0);
      }
      InlineValueEvaluatableExpression2.is = is;
    })(InlineValueEvaluatableExpression || (InlineValueEvaluatableExpression = {}));
    (function(InlineValueContext2) {
      function create(frameId, stoppedLocation) {
        return { frameId, stoppedLocation };
      }
      InlineValueContext2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Range.is(value3.stoppedLocation);
      }
      InlineValueContext2.is = is;
    })(InlineValueContext || (InlineValueContext = {}));
    (function(InlayHintKind2) {
      InlayHintKind2.Type = 1;
      InlayHintKind2.Parameter = 2;
      function is(value3) {
        return value3 === 1 || value3 === 2;
      }
      InlayHintKind2.is = is;
    })(InlayHintKind || (InlayHintKind = {}));
    (function(InlayHintLabelPart2) {
      function create(value3) {
        return { value: value3 };
      }
      InlayHintLabelPart2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.location === void 0 || Location.is(candidate.location)) && (candidate.command === void 0 || Command.is(candidate.command));
      }
      InlayHintLabelPart2.is = is;
    })(InlayHintLabelPart || (InlayHintLabelPart = {}));
    (function(InlayHint2) {
      function create(position, label, kind) {
        const result = { position, label };
        if (kind !== void 0) {
          result.kind = kind;
        }
        return result;
      }
      InlayHint2.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && Position.is(candidate.position) && (Is.string(candidate.label) || Is.typedArray(candidate.label, InlayHintLabelPart.is)) && (candidate.kind === void 0 || InlayHintKind.is(candidate.kind)) && candidate.textEdits === void 0 || Is.typedArray(candidate.textEdits, TextEdit.is) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.paddingLeft === void 0 || Is.boolean(candidate.paddingLeft)) && (candidate.paddingRight === void 0 || Is.boolean(candidate.paddingRight));
      }
      InlayHint2.is = is;
    })(InlayHint || (InlayHint = {}));
    (function(StringValue2) {
      function createSnippet(value3) {
        return { kind: "snippet", value: value3 };
      }
      StringValue2.createSnippet = createSnippet;
      function isSnippet(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && candidate.kind === "snippet" && Is.string(candidate.value);
      }
      StringValue2.isSnippet = isSnippet;
    })(StringValue || (StringValue = {}));
    (function(InlineCompletionItem2) {
      function create(insertText, filterText, range, command2) {
        return { insertText, filterText, range, command: command2 };
      }
      InlineCompletionItem2.create = create;
    })(InlineCompletionItem || (InlineCompletionItem = {}));
    (function(InlineCompletionList2) {
      function create(items) {
        return { items };
      }
      InlineCompletionList2.create = create;
    })(InlineCompletionList || (InlineCompletionList = {}));
    (function(InlineCompletionTriggerKind2) {
      InlineCompletionTriggerKind2.Invoked = 1;
      InlineCompletionTriggerKind2.Automatic = 2;
    })(InlineCompletionTriggerKind || (InlineCompletionTriggerKind = {}));
    (function(SelectedCompletionInfo2) {
      function create(range, text) {
        return { range, text };
      }
      SelectedCompletionInfo2.create = create;
    })(SelectedCompletionInfo || (SelectedCompletionInfo = {}));
    (function(InlineCompletionContext2) {
      function create(triggerKind, selectedCompletionInfo) {
        return { triggerKind, selectedCompletionInfo };
      }
      InlineCompletionContext2.create = create;
    })(InlineCompletionContext || (InlineCompletionContext = {}));
    (function(WorkspaceFolder2) {
      function is(value3) {
        const candidate = value3;
        return Is.objectLiteral(candidate) && URI.is(candidate.uri) && Is.string(candidate.name);
      }
      WorkspaceFolder2.is = is;
    })(WorkspaceFolder || (WorkspaceFolder = {}));
    EOL = ["\n", "\r\n", "\r"];
    (function(TextDocument3) {
      function create(uri, languageId, version2, content) {
        return new FullTextDocument(uri, languageId, version2, content);
      }
      TextDocument3.create = create;
      function is(value3) {
        const candidate = value3;
        return Is.defined(candidate) && Is.string(candidate.uri) && (Is.undefined(candidate.languageId) || Is.string(candidate.languageId)) && Is.uinteger(candidate.lineCount) && Is.func(candidate.getText) && Is.func(candidate.positionAt) && Is.func(candidate.offsetAt) ? true : false;
      }
      TextDocument3.is = is;
      function applyEdits(document, edits) {
        let text = document.getText();
        const sortedEdits = mergeSort2(edits, (a, b) => {
          const diff = a.range.start.line - b.range.start.line;
          if (diff === 0) {
            return a.range.start.character - b.range.start.character;
          }
          return diff;
        });
        let lastModifiedOffset = text.length;
        for (let i = sortedEdits.length - 1; i >= 0; i--) {
          const e = sortedEdits[i];
          const startOffset = document.offsetAt(e.range.start);
          const endOffset = document.offsetAt(e.range.end);
          if (endOffset <= lastModifiedOffset) {
            text = text.substring(0, startOffset) + e.newText + text.substring(endOffset, text.length);
          } else {
            throw new Error("Overlapping edit");
          }
          lastModifiedOffset = startOffset;
        }
        return text;
      }
      TextDocument3.applyEdits = applyEdits;
      function mergeSort2(data2, compare2) {
        if (data2.length <= 1) {
          return data2;
        }
        const p = data2.length / 2 | 0;
        const left = data2.slice(0, p);
        const right = data2.slice(p);
        mergeSort2(left, compare2);
        mergeSort2(right, compare2);
        let leftIdx = 0;
        let rightIdx = 0;
        let i = 0;
        while (leftIdx < left.length && rightIdx < right.length) {
          const ret = compare2(left[leftIdx], right[rightIdx]);
          if (ret <= 0) {
            data2[i++] = left[leftIdx++];
          } else {
            data2[i++] = right[rightIdx++];
          }
        }
        while (leftIdx < left.length) {
          data2[i++] = left[leftIdx++];
        }
        while (rightIdx < right.length) {
          data2[i++] = right[rightIdx++];
        }
        return data2;
      }
    })(TextDocument || (TextDocument = {}));
    FullTextDocument = class {
      constructor(uri, languageId, version2, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version2;
        this._content = content;
        this._lineOffsets = void 0;
      }
      get uri() {
        return this._uri;
      }
      get languageId() {
        return this._languageId;
      }
      get version() {
        return this._version;
      }
      getText(range) {
        if (range) {
          const start2 = this.offsetAt(range.start);
          const end = this.offsetAt(range.end);
          return this._content.substring(start2, end);
        }
        return this._content;
      }
      update(event, version2) {
        this._content = event.text;
        this._version = version2;
        this._lineOffsets = void 0;
      }
      getLineOffsets() {
        if (this._lineOffsets === void 0) {
          const lineOffsets = [];
          const text = this._content;
          let isLineStart = true;
          for (let i = 0; i < text.length; i++) {
            if (isLineStart) {
              lineOffsets.push(i);
              isLineStart = false;
            }
            const ch = text.charAt(i);
            isLineStart = ch === "\r" || ch === "\n";
            if (ch === "\r" && i + 1 < text.length && text.charAt(i + 1) === "\n") {
              i++;
            }
          }
          if (isLineStart && text.length > 0) {
            lineOffsets.push(text.length);
          }
          this._lineOffsets = lineOffsets;
        }
        return this._lineOffsets;
      }
      positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets = this.getLineOffsets();
        let low = 0, high = lineOffsets.length;
        if (high === 0) {
          return Position.create(0, offset);
        }
        while (low < high) {
          const mid = Math.floor((low + high) / 2);
          if (lineOffsets[mid] > offset) {
            high = mid;
          } else {
            low = mid + 1;
          }
        }
        const line = low - 1;
        return Position.create(line, offset - lineOffsets[line]);
      }
      offsetAt(position) {
        const lineOffsets = this.getLineOffsets();
        if (position.line >= lineOffsets.length) {
          return this._content.length;
        } else if (position.line < 0) {
          return 0;
        }
        const lineOffset = lineOffsets[position.line];
        const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
        return Math.max(Math.min(lineOffset + position.character, nextLineOffset), lineOffset);
      }
      get lineCount() {
        return this.getLineOffsets().length;
      }
    };
    (function(Is2) {
      const toString = Object.prototype.toString;
      function defined(value3) {
        return typeof value3 !== "undefined";
      }
      Is2.defined = defined;
      function undefined2(value3) {
        return typeof value3 === "undefined";
      }
      Is2.undefined = undefined2;
      function boolean(value3) {
        return value3 === true || value3 === false;
      }
      Is2.boolean = boolean;
      function string(value3) {
        return toString.call(value3) === "[object String]";
      }
      Is2.string = string;
      function number(value3) {
        return toString.call(value3) === "[object Number]";
      }
      Is2.number = number;
      function numberRange(value3, min, max) {
        return toString.call(value3) === "[object Number]" && min <= value3 && value3 <= max;
      }
      Is2.numberRange = numberRange;
      function integer2(value3) {
        return toString.call(value3) === "[object Number]" && -2147483648 <= value3 && value3 <= 2147483647;
      }
      Is2.integer = integer2;
      function uinteger2(value3) {
        return toString.call(value3) === "[object Number]" && 0 <= value3 && value3 <= 2147483647;
      }
      Is2.uinteger = uinteger2;
      function func(value3) {
        return toString.call(value3) === "[object Function]";
      }
      Is2.func = func;
      function objectLiteral(value3) {
        return value3 !== null && typeof value3 === "object";
      }
      Is2.objectLiteral = objectLiteral;
      function typedArray(value3, check2) {
        return Array.isArray(value3) && value3.every(check2);
      }
      Is2.typedArray = typedArray;
    })(Is || (Is = {}));
  }
});

// node_modules/dockerfile-ast/lib/line.js
var require_line = __commonJS({
  "node_modules/dockerfile-ast/lib/line.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Line = void 0;
    var Line = class {
      constructor(document, range) {
        this.document = document;
        this.range = range;
      }
      getRange() {
        return this.range;
      }
      getTextContent() {
        return this.document.getText().substring(this.document.offsetAt(this.range.start), this.document.offsetAt(this.range.end));
      }
      isAfter(line) {
        return this.range.start.line > line.range.start.line;
      }
      isBefore(line) {
        return this.range.start.line < line;
      }
    };
    exports.Line = Line;
  }
});

// node_modules/dockerfile-ast/lib/util.js
var require_util = __commonJS({
  "node_modules/dockerfile-ast/lib/util.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Util = void 0;
    var Util = class _Util {
      static isUTF8BOM(char) {
        const uintArray = Uint8Array.from(Buffer.from(char, "UTF-8"));
        return uintArray[0] === 239 && uintArray[1] == 187 && uintArray[2] == 191;
      }
      static isWhitespace(char) {
        return char === " " || char === "	" || _Util.isNewline(char);
      }
      static isNewline(char) {
        return char === "\r" || char === "\n";
      }
      static findLeadingNonWhitespace(content, escapeChar) {
        whitespaceCheck: for (let i = 0; i < content.length; i++) {
          switch (content.charAt(i)) {
            case " ":
            case "	":
              continue;
            case escapeChar:
              escapeCheck: for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    i = j + 1;
                    continue whitespaceCheck;
                  case "\n":
                    i = j;
                    continue whitespaceCheck;
                  default:
                    break escapeCheck;
                }
              }
              return -1;
            default:
              return i;
          }
        }
        return -1;
      }
      /**
       * Determines if the given position is contained within the given range.
       *
       * @param position the position to check
       * @param range the range to see if the position is inside of
       */
      static isInsideRange(position, range) {
        if (range.start.line === range.end.line) {
          return range.start.line === position.line && range.start.character <= position.character && position.character <= range.end.character;
        } else if (range.start.line === position.line) {
          return range.start.character <= position.character;
        } else if (range.end.line === position.line) {
          return position.character <= range.end.character;
        }
        return range.start.line < position.line && position.line < range.end.line;
      }
      static parseHeredocName(value3) {
        value3 = value3.substring(2);
        if (value3.charAt(0) === "-") {
          value3 = value3.substring(1);
        }
        if (value3.charAt(0) === '"') {
          if (value3.charAt(value3.length - 1) !== '"') {
            return null;
          }
          value3 = value3.substring(1, value3.length - 1);
        }
        if (value3.charAt(0) === "'") {
          if (value3.charAt(value3.length - 1) !== "'") {
            return null;
          }
          value3 = value3.substring(1, value3.length - 1);
        }
        if (value3.charAt(0) === "<") {
          return null;
        }
        return value3;
      }
    };
    exports.Util = Util;
  }
});

// node_modules/dockerfile-ast/lib/comment.js
var require_comment = __commonJS({
  "node_modules/dockerfile-ast/lib/comment.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Comment = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var line_1 = require_line();
    var util_1 = require_util();
    var Comment = class extends line_1.Line {
      constructor(document, range) {
        super(document, range);
      }
      toString() {
        const content = this.getContent();
        if (content) {
          return "# " + content;
        }
        return "#";
      }
      /**
       * Returns the content of this comment. This excludes leading and
       * trailing whitespace as well as the # symbol. If the comment only
       * consists of whitespace, the empty string will be returned.
       */
      getContent() {
        let range = this.getContentRange();
        if (range === null) {
          return "";
        }
        return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
      }
      /**
       * Returns a range that includes the content of the comment
       * excluding any leading and trailing whitespace as well as the #
       * symbol. May return null if the comment only consists of whitespace
       * characters.
       */
      getContentRange() {
        let range = this.getRange();
        const startOffset = this.document.offsetAt(range.start);
        let raw = this.document.getText().substring(startOffset, this.document.offsetAt(range.end));
        let start2 = -1;
        let end = -1;
        for (let i = 1; i < raw.length; i++) {
          if (!util_1.Util.isWhitespace(raw.charAt(i))) {
            start2 = i;
            break;
          }
        }
        if (start2 === -1) {
          return null;
        }
        for (let i = raw.length - 1; i >= 1; i--) {
          if (!util_1.Util.isWhitespace(raw.charAt(i))) {
            end = i + 1;
            break;
          }
        }
        return vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + start2), this.document.positionAt(startOffset + end));
      }
    };
    exports.Comment = Comment;
  }
});

// node_modules/vscode-languageserver-textdocument/lib/esm/main.js
var main_exports2 = {};
__export(main_exports2, {
  TextDocument: () => TextDocument2
});
function mergeSort(data2, compare2) {
  if (data2.length <= 1) {
    return data2;
  }
  const p = data2.length / 2 | 0;
  const left = data2.slice(0, p);
  const right = data2.slice(p);
  mergeSort(left, compare2);
  mergeSort(right, compare2);
  let leftIdx = 0;
  let rightIdx = 0;
  let i = 0;
  while (leftIdx < left.length && rightIdx < right.length) {
    const ret = compare2(left[leftIdx], right[rightIdx]);
    if (ret <= 0) {
      data2[i++] = left[leftIdx++];
    } else {
      data2[i++] = right[rightIdx++];
    }
  }
  while (leftIdx < left.length) {
    data2[i++] = left[leftIdx++];
  }
  while (rightIdx < right.length) {
    data2[i++] = right[rightIdx++];
  }
  return data2;
}
function computeLineOffsets(text, isAtLineStart, textOffset = 0) {
  const result = isAtLineStart ? [textOffset] : [];
  for (let i = 0; i < text.length; i++) {
    const ch = text.charCodeAt(i);
    if (isEOL(ch)) {
      if (ch === 13 && i + 1 < text.length && text.charCodeAt(i + 1) === 10) {
        i++;
      }
      result.push(textOffset + i + 1);
    }
  }
  return result;
}
function isEOL(char) {
  return char === 13 || char === 10;
}
function getWellformedRange(range) {
  const start2 = range.start;
  const end = range.end;
  if (start2.line > end.line || start2.line === end.line && start2.character > end.character) {
    return { start: end, end: start2 };
  }
  return range;
}
function getWellformedEdit(textEdit) {
  const range = getWellformedRange(textEdit.range);
  if (range !== textEdit.range) {
    return { newText: textEdit.newText, range };
  }
  return textEdit;
}
var FullTextDocument2, TextDocument2;
var init_main2 = __esm({
  "node_modules/vscode-languageserver-textdocument/lib/esm/main.js"() {
    "use strict";
    FullTextDocument2 = class _FullTextDocument {
      constructor(uri, languageId, version2, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version2;
        this._content = content;
        this._lineOffsets = void 0;
      }
      get uri() {
        return this._uri;
      }
      get languageId() {
        return this._languageId;
      }
      get version() {
        return this._version;
      }
      getText(range) {
        if (range) {
          const start2 = this.offsetAt(range.start);
          const end = this.offsetAt(range.end);
          return this._content.substring(start2, end);
        }
        return this._content;
      }
      update(changes, version2) {
        for (const change of changes) {
          if (_FullTextDocument.isIncremental(change)) {
            const range = getWellformedRange(change.range);
            const startOffset = this.offsetAt(range.start);
            const endOffset = this.offsetAt(range.end);
            this._content = this._content.substring(0, startOffset) + change.text + this._content.substring(endOffset, this._content.length);
            const insertedEndOffset = startOffset + change.text.length;
            const crlfAtStart = this._content.charCodeAt(startOffset - 1) === 13 && this._content.charCodeAt(startOffset) === 10;
            const crlfAtEnd = this._content.charCodeAt(insertedEndOffset - 1) === 13 && this._content.charCodeAt(insertedEndOffset) === 10;
            if (crlfAtStart || crlfAtEnd) {
              this._lineOffsets = void 0;
              continue;
            }
            const startLine = Math.max(range.start.line, 0);
            const endLine = Math.max(range.end.line, 0);
            let lineOffsets = this._lineOffsets;
            const addedLineOffsets = computeLineOffsets(change.text, false, startOffset);
            if (endLine - startLine === addedLineOffsets.length) {
              for (let i = 0, len = addedLineOffsets.length; i < len; i++) {
                lineOffsets[i + startLine + 1] = addedLineOffsets[i];
              }
            } else {
              if (addedLineOffsets.length < 1e4) {
                lineOffsets.splice(startLine + 1, endLine - startLine, ...addedLineOffsets);
              } else {
                this._lineOffsets = lineOffsets = lineOffsets.slice(0, startLine + 1).concat(addedLineOffsets, lineOffsets.slice(endLine + 1));
              }
            }
            const diff = change.text.length - (endOffset - startOffset);
            if (diff !== 0) {
              for (let i = startLine + 1 + addedLineOffsets.length, len = lineOffsets.length; i < len; i++) {
                lineOffsets[i] = lineOffsets[i] + diff;
              }
            }
          } else if (_FullTextDocument.isFull(change)) {
            this._content = change.text;
            this._lineOffsets = void 0;
          } else {
            throw new Error("Unknown change event received");
          }
        }
        this._version = version2;
      }
      getLineOffsets() {
        if (this._lineOffsets === void 0) {
          this._lineOffsets = computeLineOffsets(this._content, true);
        }
        return this._lineOffsets;
      }
      positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets = this.getLineOffsets();
        let low = 0, high = lineOffsets.length;
        if (high === 0) {
          return { line: 0, character: offset };
        }
        while (low < high) {
          const mid = Math.floor((low + high) / 2);
          if (lineOffsets[mid] > offset) {
            high = mid;
          } else {
            low = mid + 1;
          }
        }
        const line = low - 1;
        offset = this.ensureBeforeEOL(offset, lineOffsets[line]);
        return { line, character: offset - lineOffsets[line] };
      }
      offsetAt(position) {
        const lineOffsets = this.getLineOffsets();
        if (position.line >= lineOffsets.length) {
          return this._content.length;
        } else if (position.line < 0) {
          return 0;
        }
        const lineOffset = lineOffsets[position.line];
        if (position.character <= 0) {
          return lineOffset;
        }
        const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
        const offset = Math.min(lineOffset + position.character, nextLineOffset);
        return this.ensureBeforeEOL(offset, lineOffset);
      }
      getLineRange(line) {
        const lineOffsets = this.getLineOffsets();
        if (line >= lineOffsets.length) {
          const lastLine = lineOffsets.length - 1;
          return { start: { line: lastLine, character: 0 }, end: { line: lastLine, character: this._content.length - lineOffsets[lastLine] } };
        } else if (line < 0) {
          return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        }
        const startOffset = lineOffsets[line];
        const nextLineOffset = line + 1 < lineOffsets.length ? lineOffsets[line + 1] : this._content.length;
        const endOffset = this.ensureBeforeEOL(nextLineOffset, startOffset);
        return { start: { line, character: 0 }, end: { line, character: endOffset - startOffset } };
      }
      getEOLCharacters(line) {
        const lineOffsets = this.getLineOffsets();
        if (line >= lineOffsets.length) {
          return "";
        } else if (line < 0) {
          return "";
        }
        const nextLineOffset = line + 1 < lineOffsets.length ? lineOffsets[line + 1] : this._content.length;
        const eolOffset = this.ensureBeforeEOL(nextLineOffset, lineOffsets[line]);
        return this._content.substring(eolOffset, nextLineOffset);
      }
      ensureBeforeEOL(offset, lineOffset) {
        while (offset > lineOffset && isEOL(this._content.charCodeAt(offset - 1))) {
          offset--;
        }
        return offset;
      }
      get lineCount() {
        return this.getLineOffsets().length;
      }
      static isIncremental(event) {
        const candidate = event;
        return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range !== void 0 && (candidate.rangeLength === void 0 || typeof candidate.rangeLength === "number");
      }
      static isFull(event) {
        const candidate = event;
        return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range === void 0 && candidate.rangeLength === void 0;
      }
    };
    (function(TextDocument3) {
      function create(uri, languageId, version2, content) {
        return new FullTextDocument2(uri, languageId, version2, content);
      }
      TextDocument3.create = create;
      function update(document, changes, version2) {
        if (document instanceof FullTextDocument2) {
          document.update(changes, version2);
          return document;
        } else {
          throw new Error("TextDocument.update: document must be created by TextDocument.create");
        }
      }
      TextDocument3.update = update;
      function applyEdits(document, edits) {
        const text = document.getText();
        const sortedEdits = mergeSort(edits.map(getWellformedEdit), (a, b) => {
          const diff = a.range.start.line - b.range.start.line;
          if (diff === 0) {
            return a.range.start.character - b.range.start.character;
          }
          return diff;
        });
        let lastModifiedOffset = 0;
        const spans = [];
        for (const e of sortedEdits) {
          const startOffset = document.offsetAt(e.range.start);
          if (startOffset < lastModifiedOffset) {
            throw new Error("Overlapping edit");
          } else if (startOffset > lastModifiedOffset) {
            spans.push(text.substring(lastModifiedOffset, startOffset));
          }
          if (e.newText.length) {
            spans.push(e.newText);
          }
          lastModifiedOffset = document.offsetAt(e.range.end);
        }
        spans.push(text.substr(lastModifiedOffset));
        return spans.join("");
      }
      TextDocument3.applyEdits = applyEdits;
    })(TextDocument2 || (TextDocument2 = {}));
  }
});

// node_modules/dockerfile-ast/lib/parserDirective.js
var require_parserDirective = __commonJS({
  "node_modules/dockerfile-ast/lib/parserDirective.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ParserDirective = void 0;
    var main_1 = require_main();
    var line_1 = require_line();
    var ParserDirective = class extends line_1.Line {
      constructor(document, range, nameRange, valueRange) {
        super(document, range);
        this.nameRange = nameRange;
        this.valueRange = valueRange;
      }
      toString() {
        return "# " + this.getName() + "=" + this.getValue();
      }
      getNameRange() {
        return this.nameRange;
      }
      getValueRange() {
        return this.valueRange;
      }
      getName() {
        return this.document.getText().substring(this.document.offsetAt(this.nameRange.start), this.document.offsetAt(this.nameRange.end));
      }
      getValue() {
        return this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
      }
      getDirective() {
        const directive = main_1.Directive[this.getName().toLowerCase()];
        return directive === void 0 ? null : directive;
      }
    };
    exports.ParserDirective = ParserDirective;
  }
});

// node_modules/dockerfile-ast/lib/heredoc.js
var require_heredoc = __commonJS({
  "node_modules/dockerfile-ast/lib/heredoc.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Heredoc = void 0;
    var Heredoc = class {
      constructor(startRange, name, nameRange, contentRange, endRange) {
        this.startRange = startRange;
        this.name = name;
        this.nameRange = nameRange;
        this.contentRange = contentRange;
        this.endRange = endRange;
      }
      /**
       * Returns the name of the here-document.
       *
       * This API is experimental and subject to change.
       */
      getName() {
        return this.name;
      }
      /**
       * Returns the range of the start operator and the name. If the
       * here-document is initialized with <<EOT then the start range would
       * encompass all five characters.
       *
       * This API is experimental and subject to change.
       */
      getStartRange() {
        return this.startRange;
      }
      /**
       * Returns the range of this here-document's name that is declared at
       * the beginning of the here-document with the operator. If the
       * here-document is initialized with <<EOT then the name range would
       * encompass the latter three "EOT" characters.
       *
       * This API is experimental and subject to change.
       */
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the range of the content of this here-document. This may
       * be null if the here-document has no content because:
       * - the start range is the only thing that was declared
       * - the end range was declared immediately and there is no content
       *
       * This API is experimental and subject to change.
       */
      getContentRange() {
        return this.contentRange;
      }
      /**
       * Returns the range of the here-document's name on a line that
       * represents the end of the here-document.
       *
       * This API is experimental and subject to change.
       */
      getDelimiterRange() {
        return this.endRange;
      }
    };
    exports.Heredoc = Heredoc;
  }
});

// node_modules/dockerfile-ast/lib/variable.js
var require_variable = __commonJS({
  "node_modules/dockerfile-ast/lib/variable.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Variable = void 0;
    var Variable = class {
      constructor(name, nameRange, range, modifier, modifierRange, substitutionParameter, substitutionRange, defined, buildVariable, stringValue2) {
        this.name = name;
        this.nameRange = nameRange;
        this.range = range;
        this.modifier = modifier;
        this.modifierRange = modifierRange;
        this.substitutionParameter = substitutionParameter;
        this.substitutionRange = substitutionRange;
        this.defined = defined;
        this.buildVariable = buildVariable;
        this.stringValue = stringValue2;
      }
      toString() {
        return this.stringValue;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the range of the entire variable. This includes the symbols for
       * the declaration of the variable such as the $, {, and } symbols.
       *
       * @return the range in the document that this variable encompasses in its
       *         entirety
       */
      getRange() {
        return this.range;
      }
      /**
       * Returns the modifier character that has been set for
       * specifying how this variable should be expanded and resolved.
       * If this variable is ${variable:+value} then the modifier
       * character is '+'. Will be the empty string if the variable is
       * declared as ${variable:}. Otherwise, will be null if this
       * variable will not use variable substitution at all (such as
       * ${variable} or $variable).
       *
       * @return this variable's modifier character, or the empty
       *         string if it does not have one, or null if this
       *         variable will not use variable substitution
       */
      getModifier() {
        return this.modifier;
      }
      getModifierRange() {
        return this.modifierRange;
      }
      /**
       * Returns the parameter that will be used for substitution if
       * this variable uses modifiers to define how its value should be
       * resolved. If this variable is ${variable:+value} then the
       * substitution value will be 'value'. Will be the empty string
       * if the variable is declared as ${variable:+} or some other
       * variant where the only thing that follows the modifier
       * character (excluding considerations of escape characters and
       * so on) is the variable's closing bracket. May be null if this
       * variable does not have a modifier character defined (such as
       * ${variable} or $variable).
       *
       * @return this variable's substitution parameter, or the empty
       *         string if it does not have one, or null if there is
       *         not one defined
       */
      getSubstitutionParameter() {
        return this.substitutionParameter;
      }
      getSubstitutionRange() {
        return this.substitutionRange;
      }
      /**
       * Returns whether this variable has been defined or not.
       *
       * @return true if this variable has been defined, false otherwise
       */
      isDefined() {
        return this.defined;
      }
      isBuildVariable() {
        return this.buildVariable === true;
      }
      isEnvironmentVariable() {
        return this.buildVariable === false;
      }
    };
    exports.Variable = Variable;
  }
});

// node_modules/dockerfile-ast/lib/instruction.js
var require_instruction = __commonJS({
  "node_modules/dockerfile-ast/lib/instruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Instruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var util_1 = require_util();
    var line_1 = require_line();
    var argument_1 = require_argument();
    var heredoc_1 = require_heredoc();
    var variable_1 = require_variable();
    var main_1 = require_main();
    var Instruction = class extends line_1.Line {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range);
        this.dockerfile = dockerfile2;
        this.escapeChar = escapeChar;
        this.instruction = instruction;
        this.instructionRange = instructionRange;
      }
      toString() {
        let value3 = this.getKeyword();
        for (let arg of this.getRawArguments()) {
          value3 += " ";
          value3 += arg.getValue();
        }
        return value3;
      }
      getRangeContent(range) {
        if (range === null) {
          return null;
        }
        return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
      }
      getInstructionRange() {
        return this.instructionRange;
      }
      getInstruction() {
        return this.instruction;
      }
      getKeyword() {
        return this.getInstruction().toUpperCase();
      }
      getArgumentsRange() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        return vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end);
      }
      getArgumentsRanges() {
        let args = this.getArguments();
        if (args.length === 0) {
          return [];
        }
        if (args[0].getRange().start.line === args[args.length - 1].getRange().end.line) {
          return [vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end)];
        }
        let ranges = [];
        let end = -1;
        let startPosition = args[0].getRange().start;
        let range = this.getInstructionRange();
        let extra = this.document.offsetAt(startPosition) - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra, this.document.offsetAt(args[args.length - 1].getRange().end) - this.document.offsetAt(range.start));
        let offset = this.document.offsetAt(range.start) + extra;
        let start2 = false;
        let comment = false;
        for (let i = 0; i < fullArgs.length; i++) {
          let char = fullArgs.charAt(i);
          if (char === this.escapeChar) {
            let next = fullArgs.charAt(i + 1);
            if (next === " " || next === "	") {
              whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) {
                switch (fullArgs.charAt(j)) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    j++;
                  case "\n":
                    if (startPosition !== null) {
                      ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
                    }
                    startPosition = null;
                    start2 = true;
                    comment = false;
                    i = j;
                    break whitespaceCheck;
                  default:
                    break whitespaceCheck;
                }
              }
            } else if (next === "\r") {
              if (startPosition !== null) {
                ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
                startPosition = null;
              }
              start2 = true;
              comment = false;
              i += 2;
            } else if (next === "\n") {
              if (startPosition !== null) {
                ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
              }
              startPosition = null;
              start2 = true;
              comment = false;
              i++;
            } else {
              i++;
            }
          } else if (util_1.Util.isNewline(char)) {
            if (comment) {
              startPosition = null;
              start2 = true;
              comment = false;
            }
          } else {
            if (!comment) {
              if (startPosition === null) {
                if (char === "#") {
                  comment = true;
                  continue;
                }
                let position = this.document.positionAt(offset + i);
                if (position.character !== 0) {
                  startPosition = vscode_languageserver_types_1.Position.create(position.line, 0);
                }
              }
              end = i;
            }
          }
        }
        if (startPosition === null) {
          ranges.push(vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + end), this.document.positionAt(offset + end + 1)));
        } else {
          ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
        }
        return ranges;
      }
      getRawArgumentsContent() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        return this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end));
      }
      getArgumentsContent() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        let content = "";
        let ranges = this.getArgumentsRanges();
        let documentText = this.document.getText();
        for (let range of ranges) {
          content += documentText.substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
        }
        return content;
      }
      getArguments() {
        return this.getRawArguments();
      }
      getRawArguments() {
        let args = [];
        let range = this.getInstructionRange();
        let extra = this.document.offsetAt(range.end) - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra);
        let offset = this.document.offsetAt(range.start) + extra;
        let start2 = false;
        let comment = false;
        let found = -1;
        let escapedWhitespaceDetected = false;
        let escaping = false;
        let escapeMarker = -1;
        let escapedArg = "";
        for (let i = 0; i < fullArgs.length; i++) {
          let char = fullArgs.charAt(i);
          if (util_1.Util.isWhitespace(char)) {
            if (escaping) {
              escapedWhitespaceDetected = true;
              if (util_1.Util.isNewline(char)) {
                escapedWhitespaceDetected = false;
                if (comment) {
                  comment = false;
                  start2 = true;
                }
              }
              continue;
            } else if (found !== -1) {
              if (escapeMarker === -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + i))));
              } else {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
              }
              escapeMarker = -1;
              escapedArg = "";
              found = -1;
            }
          } else if (char === this.escapeChar) {
            let next = fullArgs.charAt(i + 1);
            if (next === " " || next === "	") {
              whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) {
                let newlineCheck = fullArgs.charAt(j);
                switch (newlineCheck) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    j++;
                  case "\n":
                    comment = false;
                    escaping = true;
                    start2 = true;
                    if (found !== -1) {
                      escapeMarker = i;
                    }
                    i = j;
                    break whitespaceCheck;
                  default:
                    escapeMarker = i;
                    if (found === -1) {
                      i = j - 1;
                    }
                    break whitespaceCheck;
                }
              }
            } else if (next === "\r") {
              comment = false;
              escaping = true;
              start2 = true;
              if (found !== -1 && escapeMarker === -1) {
                escapeMarker = i;
              }
              i += 2;
            } else if (next === "\n") {
              comment = false;
              escaping = true;
              start2 = true;
              if (found !== -1 && escapeMarker === -1) {
                escapeMarker = i;
              }
              i++;
            } else {
              if (escapedWhitespaceDetected && escapeMarker !== -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
                escapedArg = "";
                found = -1;
              }
              escapeMarker = -1;
              escapedWhitespaceDetected = false;
              escaping = false;
              if (next === "$") {
                escapedArg = escapedArg + char + next;
              } else if (next === "") {
                break;
              } else {
                escapedArg = escapedArg + next;
              }
              if (found === -1) {
                found = i;
              }
              i++;
            }
          } else if (!comment) {
            if (start2 && char === "#") {
              comment = true;
            } else {
              if (escapedWhitespaceDetected && escapeMarker !== -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
                escapedArg = "";
                found = -1;
              }
              escapedWhitespaceDetected = false;
              escaping = false;
              escapeMarker = -1;
              escapedArg = escapedArg + char;
              if (found === -1) {
                found = i;
              }
            }
            start2 = false;
          }
        }
        if (found !== -1) {
          if (escapeMarker === -1) {
            args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + fullArgs.length))));
          } else {
            args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
          }
        }
        return args;
      }
      getExpandedArguments() {
        let args = this.getArguments();
        for (let i = 0; i < args.length; i++) {
          const argRange = args[i].getRange();
          let offset = this.document.offsetAt(argRange.start);
          const variables = this.parseVariables(offset, args[i].getValue());
          const swaps = [];
          let requiresExpansion = false;
          for (let variable of variables) {
            const value3 = this.dockerfile.resolveVariable(variable.getName(), variable.getNameRange().start.line);
            swaps.push(value3);
            requiresExpansion = requiresExpansion || value3 !== void 0;
          }
          if (requiresExpansion) {
            let expanded2 = "";
            for (let j = 0; j < swaps.length; j++) {
              const variableRange = variables[j].getRange();
              const start2 = this.document.offsetAt(variableRange.start);
              const end = this.document.offsetAt(variableRange.end);
              if (swaps[j]) {
                expanded2 += this.document.getText().substring(offset, start2);
                expanded2 += swaps[j];
                offset = end;
              } else {
                expanded2 += this.document.getText().substring(offset, end);
                offset = end;
              }
            }
            const argEnd = this.document.offsetAt(argRange.end);
            if (argEnd !== offset) {
              expanded2 += this.document.getText().substring(offset, argEnd);
            }
            args[i] = new argument_1.Argument(expanded2, argRange);
          }
        }
        return args;
      }
      getVariables() {
        const variables = [];
        const args = this.getRawArguments();
        for (const arg of args) {
          let range = arg.getRange();
          let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
          const parsedVariables = this.parseVariables(this.document.offsetAt(arg.getRange().start), rawValue);
          for (const parsedVariable of parsedVariables) {
            variables.push(parsedVariable);
          }
        }
        return variables;
      }
      parseVariables(offset, arg) {
        let variables = [];
        variableLoop: for (let i = 0; i < arg.length; i++) {
          switch (arg.charAt(i)) {
            case this.escapeChar:
              if (arg.charAt(i + 1) === "$") {
                i++;
              }
              break;
            case "$":
              if (arg.charAt(i + 1) === "{") {
                let escapedString = "${";
                let escapedName = "";
                let nameEnd = -1;
                let escapedSubstitutionParameter = "";
                let substitutionStart = -1;
                let substitutionEnd = -1;
                let modifierRead = -1;
                nameLoop: for (let j = i + 2; j < arg.length; j++) {
                  let char = arg.charAt(j);
                  switch (char) {
                    case this.escapeChar:
                      for (let k = j + 1; k < arg.length; k++) {
                        switch (arg.charAt(k)) {
                          case " ":
                          case "	":
                          case "\r":
                            continue;
                          case "\n":
                            j = k;
                            continue nameLoop;
                        }
                      }
                      break;
                    case "}":
                      escapedString += "}";
                      let modifier = null;
                      let modifierRange = null;
                      let substitutionParameter = modifierRead !== -1 ? escapedSubstitutionParameter : null;
                      let substitutionRange = null;
                      if (nameEnd === -1) {
                        nameEnd = j;
                      } else if (nameEnd + 1 === j) {
                        modifier = "";
                        modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + nameEnd + 1), this.document.positionAt(offset + nameEnd + 1));
                      } else {
                        if (substitutionStart === -1) {
                          substitutionStart = modifierRead + 1;
                          substitutionEnd = modifierRead + 1;
                        } else {
                          substitutionEnd = substitutionEnd + 1;
                        }
                        modifier = arg.substring(modifierRead, modifierRead + 1);
                        modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + modifierRead), this.document.positionAt(offset + modifierRead + 1));
                        substitutionRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + substitutionStart), this.document.positionAt(offset + substitutionEnd));
                      }
                      let start2 = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 2), this.document.positionAt(offset + nameEnd)), vscode_languageserver_types_1.Range.create(start2, this.document.positionAt(offset + j + 1)), modifier, modifierRange, substitutionParameter, substitutionRange, this.dockerfile.resolveVariable(escapedName, start2.line) !== void 0, this.isBuildVariable(escapedName, start2.line), escapedString));
                      i = j;
                      continue variableLoop;
                    case ":":
                      if (nameEnd === -1) {
                        nameEnd = j;
                      } else if (modifierRead !== -1) {
                        if (substitutionStart === -1) {
                          substitutionStart = j;
                          substitutionEnd = j;
                        } else {
                          substitutionEnd = j;
                        }
                        escapedSubstitutionParameter += ":";
                      } else {
                        modifierRead = j;
                      }
                      escapedString += ":";
                      break;
                    case "\n":
                    case "\r":
                    case " ":
                    case "	":
                      break;
                    default:
                      if (nameEnd === -1) {
                        escapedName += char;
                      } else if (modifierRead !== -1) {
                        if (substitutionStart === -1) {
                          substitutionStart = j;
                          substitutionEnd = j;
                        } else {
                          substitutionEnd = j;
                        }
                        escapedSubstitutionParameter += char;
                      } else {
                        modifierRead = j;
                      }
                      escapedString += char;
                      break;
                  }
                }
                break variableLoop;
              } else if (util_1.Util.isWhitespace(arg.charAt(i + 1)) || i === arg.length - 1) {
                continue;
              } else {
                let escapedName = "";
                nameLoop: for (let j = i + 1; j < arg.length; j++) {
                  let char = arg.charAt(j);
                  switch (char) {
                    case "\r":
                    case "\n":
                    case " ":
                    case "	":
                      continue;
                    case "$":
                    case "'":
                    case '"':
                      let varStart = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
                      i = j - 1;
                      continue variableLoop;
                    case this.escapeChar:
                      for (let k = j + 1; k < arg.length; k++) {
                        switch (arg.charAt(k)) {
                          case " ":
                          case "	":
                          case "\r":
                            continue;
                          case "\n":
                            j = k;
                            continue nameLoop;
                        }
                      }
                      let start3 = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(start3, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start3.line) !== void 0, this.isBuildVariable(escapedName, start3.line), "$" + escapedName));
                      break variableLoop;
                  }
                  if (char.match(/^[a-z0-9_]+$/i) === null) {
                    let varStart = this.document.positionAt(offset + i);
                    variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
                    i = j - 1;
                    continue variableLoop;
                  }
                  escapedName += char;
                }
                let start2 = this.document.positionAt(offset + i);
                variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + arg.length)), vscode_languageserver_types_1.Range.create(start2, this.document.positionAt(offset + arg.length)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start2.line) !== void 0, this.isBuildVariable(escapedName, start2.line), "$" + escapedName));
              }
              break variableLoop;
          }
        }
        return variables;
      }
      isBuildVariable(variable, line) {
        if (this.getKeyword() === main_1.Keyword.FROM) {
          for (const initialArg of this.dockerfile.getInitialARGs()) {
            const arg = initialArg;
            const property2 = arg.getProperty();
            if (property2 && variable === property2.getName()) {
              return true;
            }
          }
          return void 0;
        }
        let image2 = this.dockerfile.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        let envs = image2.getENVs();
        for (let i = envs.length - 1; i >= 0; i--) {
          if (envs[i].isBefore(line)) {
            for (let property2 of envs[i].getProperties()) {
              if (property2.getName() === variable) {
                return false;
              }
            }
          }
        }
        let args = image2.getARGs();
        for (let i = args.length - 1; i >= 0; i--) {
          if (args[i].isBefore(line)) {
            let property2 = args[i].getProperty();
            if (property2 && property2.getName() === variable) {
              return true;
            }
          }
        }
        return void 0;
      }
      createSingleLineHeredocs(args) {
        const heredocs = [];
        for (const arg of args) {
          const value3 = arg.getValue();
          if (value3.startsWith("<<") && util_1.Util.parseHeredocName(value3) !== null) {
            const startRange = arg.getRange();
            const nameRange = this.getNameRange(startRange);
            const name = this.getName(nameRange);
            heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, null, null));
          }
        }
        return heredocs;
      }
      getName(nameRange) {
        const content = this.document.getText(nameRange);
        let escaping = false;
        let name = "";
        nameLoop: for (let i = 0; i < content.length; i++) {
          const ch = content.charAt(i);
          switch (ch) {
            case this.escapeChar:
              escaping = true;
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    break;
                  case "\r":
                    i = j + 1;
                    continue nameLoop;
                  case "\n":
                    i = j;
                    continue nameLoop;
                  default:
                    name += content.charAt(j);
                    i = j;
                    continue nameLoop;
                }
              }
              break;
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue nameLoop;
                  }
                }
              }
            case " ":
            case "	":
            case "\r":
            case "\n":
              if (escaping) {
                break;
              }
            default:
              name += ch;
              break;
          }
        }
        return name;
      }
      getNameRange(startRange) {
        const content = this.document.getText(startRange);
        let endFound = false;
        let searchHyphen = false;
        let start2 = -1;
        let end = -1;
        let escaping = false;
        let quote = null;
        contentLoop: for (let i = 0; i < content.length; i++) {
          const ch = content.charAt(i);
          switch (ch) {
            case '"':
            case "'":
              if (quote === ch) {
                break contentLoop;
              }
              quote = ch;
              continue;
            case this.escapeChar:
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case "\n":
                    escaping = true;
                    j = i;
                    continue contentLoop;
                }
              }
              break;
            case " ":
            case "	":
            case "\r":
            case "\n":
              break;
            case "<":
              if (endFound) {
                searchHyphen = true;
              } else {
                endFound = true;
              }
              break;
            case "-":
              if (searchHyphen) {
                searchHyphen = false;
                break;
              }
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue contentLoop;
                  }
                }
              }
            default:
              if (start2 === -1) {
                start2 = i;
              }
              if (quote !== null) {
                end = i + 1;
                break;
              }
              break contentLoop;
          }
        }
        if (start2 === -1) {
          return vscode_languageserver_types_1.Range.create(startRange.end, startRange.end);
        }
        const nameStart = this.document.positionAt(this.document.offsetAt(startRange.start) + start2);
        const nameEnd = quote !== null ? this.document.positionAt(this.document.offsetAt(startRange.start) + end) : startRange.end;
        return vscode_languageserver_types_1.Range.create(nameStart, nameEnd);
      }
      getHeredocs() {
        const args = this.getArguments();
        if (args.length === 0) {
          return [];
        }
        const heredocs = [];
        const range = this.getRange();
        if (range.start.line === range.end.line) {
          return this.createSingleLineHeredocs(args);
        }
        const heredocDefinitions = [];
        let heredocsProcessed = false;
        let escaping = false;
        let contentStart = -1;
        let contentEnd = -1;
        let lineStart = -1;
        let currentHeredoc = 0;
        const startOffset = this.document.offsetAt(args[0].getRange().start);
        const content = this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end));
        contentLoop: for (let i = 0; i < content.length; i++) {
          switch (content.charAt(i)) {
            case this.escapeChar:
              escaping = true;
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    break;
                  case "\r":
                    j++;
                  case "\n":
                    i = j;
                    continue contentLoop;
                  default:
                    i = j;
                    continue contentLoop;
                }
              }
              break;
            case "\r":
              break;
            case "\n":
              if (escaping) {
                break;
              }
              if (heredocsProcessed) {
                if (contentStart === -1) {
                  contentStart = i;
                }
                contentEnd = i;
                const arg = heredocDefinitions[currentHeredoc];
                const startRange = arg.getRange();
                const nameRange = this.getNameRange(startRange);
                const name = this.getName(nameRange);
                const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), this.document.positionAt(startOffset + i)));
                if (delimiterRange !== null) {
                  const contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + lineStart - 1));
                  heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
                  contentStart = -1;
                  currentHeredoc++;
                }
                lineStart = -1;
              } else {
                const offsetLimit = startOffset + i;
                for (const arg of args) {
                  if (this.document.offsetAt(arg.getRange().start) < offsetLimit) {
                    if (arg.getValue().startsWith("<<")) {
                      heredocDefinitions.push(arg);
                    }
                  } else {
                    break;
                  }
                }
                heredocsProcessed = true;
                lineStart = -1;
                continue contentLoop;
              }
              break;
            case " ":
            case "	":
              if (escaping) {
                break;
              }
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue contentLoop;
                  }
                }
              }
            default:
              if (escaping) {
                escaping = false;
              }
              if (heredocsProcessed) {
                if (contentStart === -1) {
                  contentStart = i;
                }
                if (lineStart === -1) {
                  lineStart = i;
                }
              }
              break;
          }
        }
        if (heredocsProcessed) {
          const arg = heredocDefinitions[currentHeredoc];
          const startRange = arg.getRange();
          const nameRange = this.getNameRange(startRange);
          const name = this.getName(nameRange);
          let contentRange = null;
          const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), range.end));
          if (delimiterRange === null) {
            contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), range.end);
          } else if (contentEnd !== -1) {
            contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + contentEnd));
          }
          heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
          currentHeredoc++;
          for (let i = currentHeredoc; i < heredocDefinitions.length; i++) {
            const arg2 = heredocDefinitions[currentHeredoc];
            const startRange2 = arg2.getRange();
            const nameRange2 = this.getNameRange(startRange2);
            const name2 = this.getName(nameRange2);
            heredocs.push(new heredoc_1.Heredoc(startRange2, name2, nameRange2, null, null));
            currentHeredoc++;
          }
        } else {
          return this.createSingleLineHeredocs(args);
        }
        return heredocs;
      }
      getDelimiterRange(startArg, name, candidateRange) {
        const text = this.document.getText(candidateRange);
        if (startArg.getValue().startsWith("<<-")) {
          let index = 0;
          while (text.charAt(index) === "	") {
            index++;
          }
          if (text.substring(index) === name) {
            return vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(candidateRange.start.line, index), candidateRange.end);
          }
          return null;
        }
        return text === name ? candidateRange : null;
      }
    };
    exports.Instruction = Instruction;
  }
});

// node_modules/dockerfile-ast/lib/flagOption.js
var require_flagOption = __commonJS({
  "node_modules/dockerfile-ast/lib/flagOption.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.FlagOption = void 0;
    var FlagOption = class {
      constructor(range, name, nameRange, value3, valueRange) {
        this.range = range;
        this.name = name;
        this.nameRange = nameRange;
        this.value = value3;
        this.valueRange = valueRange;
      }
      toString() {
        if (this.valueRange !== null) {
          return this.name + "=" + this.value;
        }
        return this.name;
      }
      getRange() {
        return this.range;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      getValue() {
        return this.value;
      }
      getValueRange() {
        return this.valueRange;
      }
    };
    exports.FlagOption = FlagOption;
  }
});

// node_modules/dockerfile-ast/lib/flag.js
var require_flag = __commonJS({
  "node_modules/dockerfile-ast/lib/flag.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Flag = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var flagOption_1 = require_flagOption();
    var Flag = class {
      constructor(document, range, name, nameRange, value3, valueRange) {
        this.options = [];
        this.range = range;
        this.name = name;
        this.nameRange = nameRange;
        this.value = value3;
        this.valueRange = valueRange;
        if (this.value !== null) {
          let offset = document.offsetAt(valueRange.start);
          let nameStart = -1;
          let valueStart = -1;
          let hasOptions = false;
          for (let i = 0; i < value3.length; i++) {
            switch (value3.charAt(i)) {
              case "=":
                hasOptions = true;
                if (valueStart === -1) {
                  valueStart = i + 1;
                  break;
                }
                break;
              case ",":
                this.options.push(this.createFlagOption(document, value3, offset, nameStart, valueStart, i));
                nameStart = -1;
                valueStart = -1;
                break;
              default:
                if (nameStart === -1) {
                  nameStart = i;
                }
                break;
            }
          }
          if (hasOptions && nameStart !== -1) {
            this.options.push(this.createFlagOption(document, value3, offset, nameStart, valueStart, value3.length));
          }
        }
      }
      createFlagOption(document, content, documentOffset, nameStart, valueStart, valueEnd) {
        const optionRange = vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueEnd));
        if (valueStart === -1) {
          return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueEnd), optionRange, null, null);
        }
        return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueStart - 1), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueStart - 1)), content.substring(valueStart, valueEnd), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + valueStart), document.positionAt(documentOffset + valueEnd)));
      }
      toString() {
        if (this.valueRange) {
          return "--" + this.name + "=" + this.value;
        }
        return "--" + this.name;
      }
      /**
       * Returns the range that encompasses this entire flag. This includes the
       * -- prefix in the beginning to the last character of the flag's value (if
       * it has been defined).
       *
       * @return the entire range of this flag
       */
      getRange() {
        return this.range;
      }
      /**
       * Returns the name of this flag. The name does not include the -- prefix.
       * Thus, for HEALTHCHECK's --interval flag, interval is the flag's name and
       * not --interval.
       *
       * @return this flag's name
       */
      getName() {
        return this.name;
      }
      /**
       * Returns the range that encompasses the flag's name
       *
       * @return the range containing the flag's name
       */
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the value that has been set to this flag. May be null if the
       * flag is invalid and has no value set like a --start-period. If the flag
       * is instead a --start-period= with an equals sign then the flag's value
       * is the empty string.
       *
       * @return this flag's value if it has been defined, null otherwise
       */
      getValue() {
        return this.value;
      }
      /**
       * Returns the range that encompasses this flag's value. If no value has
       * been set then null will be returned.
       *
       * @return the range containing this flag's value, or null if the flag
       *         has no value defined
       */
      getValueRange() {
        return this.valueRange;
      }
      getOption(name) {
        for (const option of this.options) {
          if (option.getName() === name) {
            return option;
          }
        }
        return null;
      }
      getOptions() {
        return this.options;
      }
      hasOptions() {
        return this.options.length > 0;
      }
    };
    exports.Flag = Flag;
  }
});

// node_modules/dockerfile-ast/lib/modifiableInstruction.js
var require_modifiableInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/modifiableInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ModifiableInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var flag_1 = require_flag();
    var instruction_1 = require_instruction();
    var ModifiableInstruction2 = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getFlags() {
        if (!this.flags) {
          this.flags = [];
          for (let arg of this.getArguments()) {
            let value3 = arg.getValue();
            if (this.stopSearchingForFlags(value3)) {
              return this.flags;
            } else if (value3.indexOf("--") === 0) {
              let range = arg.getRange();
              let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
              let nameIndex = value3.indexOf("=");
              let index = rawValue.indexOf("=");
              let firstMatch = false;
              let secondMatch = false;
              let startIndex = -1;
              nameSearchLoop: for (let i = 0; i < rawValue.length; i++) {
                switch (rawValue.charAt(i)) {
                  case "\\":
                  case " ":
                  case "	":
                  case "\r":
                  case "\n":
                    break;
                  case "-":
                    if (secondMatch) {
                      startIndex = i;
                      break nameSearchLoop;
                    } else if (firstMatch) {
                      secondMatch = true;
                    } else {
                      firstMatch = true;
                    }
                    break;
                  default:
                    startIndex = i;
                    break nameSearchLoop;
                }
              }
              let nameStart = this.document.positionAt(this.document.offsetAt(range.start) + startIndex);
              if (index === -1) {
                this.flags.push(new flag_1.Flag(this.document, range, value3.substring(2), vscode_languageserver_types_1.Range.create(nameStart, range.end), null, null));
              } else if (index === value3.length - 1) {
                let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
                this.flags.push(new flag_1.Flag(this.document, range, value3.substring(2, index), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), "", vscode_languageserver_types_1.Range.create(range.end, range.end)));
              } else {
                let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
                this.flags.push(new flag_1.Flag(this.document, range, value3.substring(2, nameIndex), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), value3.substring(nameIndex + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(this.document.offsetAt(range.start) + index + 1), range.end)));
              }
            }
          }
        }
        return this.flags;
      }
      getArguments() {
        const args = super.getArguments();
        const flags = this.getFlags();
        if (flags.length === 0) {
          return args;
        }
        for (let i = 0; i < flags.length; i++) {
          args.shift();
        }
        return args;
      }
    };
    exports.ModifiableInstruction = ModifiableInstruction2;
  }
});

// node_modules/dockerfile-ast/lib/jsonInstruction.js
var require_jsonInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/jsonInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.JSONInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var argument_1 = require_argument();
    var jsonArgument_1 = require_jsonArgument();
    var modifiableInstruction_1 = require_modifiableInstruction();
    var JSONInstruction2 = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
        this.openingBracket = null;
        this.closingBracket = null;
        this.jsonStrings = [];
        const argsContent = this.getRawArgumentsContent();
        if (argsContent === null) {
          return;
        }
        const args = this.getArguments();
        if (args.length === 1 && args[0].getValue() === "[]") {
          let argRange = args[0].getRange();
          this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character, argRange.start.line, argRange.start.character + 1));
          this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character + 1, argRange.end.line, argRange.end.character));
          return;
        } else if (args.length === 2 && args[0].getValue() === "[" && args[1].getValue() === "]") {
          this.openingBracket = args[0];
          this.closingBracket = args[1];
          return;
        }
        const argsOffset = document.offsetAt(this.getArgumentsRange().start);
        let start2 = -1;
        let last = "";
        let quoted = false;
        let escapedArg = "";
        argsCheck: for (let i = 0; i < argsContent.length; i++) {
          let char = argsContent.charAt(i);
          switch (char) {
            case "[":
              if (last === "") {
                this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
                last = "[";
              } else if (quoted) {
                escapedArg = escapedArg + char;
              } else {
                break argsCheck;
              }
              break;
            case '"':
              if (last === "[" || last === ",") {
                start2 = i;
                quoted = true;
                last = '"';
                escapedArg = escapedArg + char;
                continue;
              } else if (last === '"') {
                if (quoted) {
                  escapedArg = escapedArg + char;
                  quoted = false;
                  this.jsonStrings.push(new jsonArgument_1.JSONArgument(escapedArg, vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start2), document.positionAt(argsOffset + i + 1)), vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start2 + 1), document.positionAt(argsOffset + i))));
                  escapedArg = "";
                } else {
                  break argsCheck;
                }
              } else {
                break argsCheck;
              }
              break;
            case ",":
              if (quoted) {
                escapedArg = escapedArg + char;
              } else {
                if (last === '"') {
                  last = ",";
                } else {
                  break argsCheck;
                }
              }
              break;
            case "]":
              if (quoted) {
                escapedArg = escapedArg + char;
              } else if (last !== "") {
                this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
                break argsCheck;
              }
              break;
            case " ":
            case "	":
              break;
            case "\\":
              if (quoted) {
                switch (argsContent.charAt(i + 1)) {
                  case '"':
                  case "\\":
                    escapedArg = escapedArg + argsContent.charAt(i + 1);
                    i++;
                    continue;
                  case " ":
                  case "	":
                    escapeCheck: for (let j = i + 2; j < argsContent.length; j++) {
                      switch (argsContent.charAt(j)) {
                        case "\r":
                          j++;
                        case "\n":
                          i = j;
                          continue argsCheck;
                        case " ":
                        case "	":
                          break;
                        default:
                          break escapeCheck;
                      }
                    }
                    break;
                  case "\r":
                    i++;
                  default:
                    i++;
                    continue;
                }
              } else {
                escapeCheck: for (let j = i + 1; j < argsContent.length; j++) {
                  switch (argsContent.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      continue argsCheck;
                    case " ":
                    case "	":
                      break;
                    default:
                      break escapeCheck;
                  }
                }
              }
              break argsCheck;
            default:
              if (!quoted) {
                break argsCheck;
              }
              escapedArg = escapedArg + char;
              break;
          }
        }
      }
      stopSearchingForFlags(_value) {
        return true;
      }
      getOpeningBracket() {
        return this.openingBracket;
      }
      getJSONStrings() {
        return this.jsonStrings;
      }
      getClosingBracket() {
        return this.closingBracket;
      }
    };
    exports.JSONInstruction = JSONInstruction2;
  }
});

// node_modules/dockerfile-ast/lib/instructions/add.js
var require_add = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/add.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Add = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Add = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
    };
    exports.Add = Add;
  }
});

// node_modules/dockerfile-ast/lib/property.js
var require_property = __commonJS({
  "node_modules/dockerfile-ast/lib/property.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Property = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var util_1 = require_util();
    var Property = class _Property {
      constructor(document, escapeChar, arg, arg2) {
        this.assignmentOperatorRange = null;
        this.assignmentOperator = null;
        this.valueRange = null;
        this.value = null;
        this.document = document;
        this.escapeChar = escapeChar;
        this.nameRange = _Property.getNameRange(document, arg);
        let value3 = document.getText().substring(document.offsetAt(this.nameRange.start), document.offsetAt(this.nameRange.end));
        this.name = _Property.getValue(value3, escapeChar);
        if (arg2) {
          this.valueRange = arg2.getRange();
          value3 = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
          this.value = _Property.getValue(value3, escapeChar);
          this.range = vscode_languageserver_types_1.Range.create(this.nameRange.start, this.valueRange.end);
        } else {
          let argRange = arg.getRange();
          if (this.nameRange.start.line === argRange.start.line && this.nameRange.start.character === argRange.start.character && this.nameRange.end.line === argRange.end.line && this.nameRange.end.character === argRange.end.character) {
          } else {
            this.valueRange = _Property.getValueRange(document, arg);
            value3 = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
            this.value = _Property.getValue(value3, escapeChar);
            this.assignmentOperatorRange = vscode_languageserver_types_1.Range.create(this.nameRange.end, this.valueRange.start);
            this.assignmentOperator = "=";
          }
          this.range = argRange;
        }
      }
      getRange() {
        return this.range;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      getValue() {
        return this.value;
      }
      getValueRange() {
        return this.valueRange;
      }
      /**
       * Retrieves the operator used for delimiting between the name and
       * value of this property. This will either be the "=" character
       * or null if a character was not used or if this property has no
       * value defined.
       */
      getAssignmentOperator() {
        return this.assignmentOperator;
      }
      getAssignmentOperatorRange() {
        return this.assignmentOperatorRange;
      }
      /**
       * Returns the value of this property including any enclosing
       * single or double quotes and relevant escape characters.
       * Escaped newlines and its associated contiguous whitespace
       * characters however will not be returned as they are deemed to
       * be uninteresting to clients trying to return a Dockerfile.
       *
       * @return the unescaped value of this property or null if this
       *         property has no associated value
       */
      getUnescapedValue() {
        if (this.valueRange === null) {
          return null;
        }
        let escaped3 = false;
        let rawValue = "";
        let value3 = this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
        rawLoop: for (let i = 0; i < value3.length; i++) {
          let char = value3.charAt(i);
          switch (char) {
            case this.escapeChar:
              for (let j = i + 1; j < value3.length; j++) {
                switch (value3.charAt(j)) {
                  case "\r":
                    j++;
                  case "\n":
                    escaped3 = true;
                    i = j;
                    continue rawLoop;
                  case " ":
                  case "	":
                    break;
                  default:
                    rawValue = rawValue + char;
                    continue rawLoop;
                }
              }
              rawValue = rawValue + char;
              break;
            case "\r":
            case "\n":
              break;
            case " ":
            case "	":
              if (!escaped3) {
                rawValue = rawValue + char;
              }
              break;
            case "#":
              if (escaped3) {
                for (let j = i + 1; j < value3.length; j++) {
                  switch (value3.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      continue rawLoop;
                  }
                }
              } else {
                rawValue = rawValue + char;
              }
              break;
            default:
              rawValue = rawValue + char;
              escaped3 = false;
              break;
          }
        }
        return rawValue;
      }
      static getNameRange(document, arg) {
        let value3 = arg.getValue();
        let index = value3.indexOf("=");
        if (index !== -1) {
          let initial = value3.charAt(0);
          let before2 = value3.charAt(index - 1);
          if (initial === '"' && before2 === '"' || initial === "'" && before2 === "'" || initial !== '"' && initial !== "'") {
            return vscode_languageserver_types_1.Range.create(arg.getRange().start, document.positionAt(document.offsetAt(arg.getRange().start) + index));
          }
        }
        return arg.getRange();
      }
      static getValueRange(document, arg) {
        return vscode_languageserver_types_1.Range.create(document.positionAt(document.offsetAt(arg.getRange().start) + arg.getValue().indexOf("=") + 1), document.positionAt(document.offsetAt(arg.getRange().end)));
      }
      /**
       * Returns the actual value of this key-value pair. The value will
       * have its escape characters removed if applicable. If the value
       * spans multiple lines and there are comments nested within the
       * lines, they too will be removed.
       *
       * @return the value that this key-value pair will actually be, may
       *         be null if no value is defined, may be the empty string
       *         if the value only consists of whitespace
       */
      static getValue(value3, escapeChar) {
        let escaped3 = false;
        const skip = util_1.Util.findLeadingNonWhitespace(value3, escapeChar);
        if (skip !== 0 && value3.charAt(skip) === "#") {
          escaped3 = true;
        }
        value3 = value3.substring(skip);
        let first = value3.charAt(0);
        let last = value3.charAt(value3.length - 1);
        let literal2 = first === "'" || first === '"';
        let inSingle = first === "'" && last === "'";
        let inDouble = false;
        if (first === '"') {
          for (let i = 1; i < value3.length; i++) {
            if (value3.charAt(i) === escapeChar) {
              i++;
            } else if (value3.charAt(i) === '"' && i === value3.length - 1) {
              inDouble = true;
            }
          }
        }
        if (inSingle || inDouble) {
          value3 = value3.substring(1, value3.length - 1);
        }
        let commentCheck = -1;
        let escapedValue = "";
        let start2 = 0;
        parseValue: for (let i = 0; i < value3.length; i++) {
          let char = value3.charAt(i);
          switch (char) {
            case escapeChar:
              if (i + 1 === value3.length) {
                escapedValue = escapedValue + escapeChar;
                break parseValue;
              }
              char = value3.charAt(i + 1);
              if (char === " " || char === "	") {
                whitespaceCheck: for (let j = i + 2; j < value3.length; j++) {
                  let char2 = value3.charAt(j);
                  switch (char2) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                      j++;
                    case "\n":
                      escaped3 = true;
                      i = j;
                      continue parseValue;
                    default:
                      if (!inDouble && !inSingle && !literal2) {
                        if (char2 === escapeChar) {
                          escapedValue = escapedValue + char;
                          i = i + 1;
                        } else {
                          escapedValue = escapedValue + char + char2;
                          i = j;
                        }
                        continue parseValue;
                      }
                      break whitespaceCheck;
                  }
                }
              }
              if (inDouble) {
                if (char === "\r") {
                  escaped3 = true;
                  i = i + 2;
                } else if (char === "\n") {
                  escaped3 = true;
                  i++;
                } else if (char !== '"') {
                  if (char === escapeChar) {
                    i++;
                  }
                  escapedValue = escapedValue + escapeChar;
                }
                continue parseValue;
              } else if (inSingle || literal2) {
                if (char === "\r") {
                  escaped3 = true;
                  i = i + 2;
                } else if (char === "\n") {
                  escaped3 = true;
                  i++;
                } else {
                  escapedValue = escapedValue + escapeChar;
                }
                continue parseValue;
              } else if (char === escapeChar) {
                escapedValue = escapedValue + escapeChar;
                i++;
              } else if (char === "\r") {
                escaped3 = true;
                i = i + 2;
              } else if (char === "\n") {
                escaped3 = true;
                i++;
                start2 = i;
              } else {
                escapedValue = escapedValue + char;
                i++;
              }
              break;
            case " ":
            case "	":
              if (escaped3 && commentCheck === -1) {
                commentCheck = i;
              }
              escapedValue = escapedValue + char;
              break;
            case "\r":
              i++;
            case "\n":
              if (escaped3 && commentCheck !== -1) {
                escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck - 1));
                commentCheck = -1;
              }
              break;
            case "#":
              if (escaped3) {
                if (commentCheck !== -1) {
                  escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck));
                  commentCheck = -1;
                }
                newlineCheck: for (let j = i + 1; j < value3.length; j++) {
                  switch (value3.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      break newlineCheck;
                  }
                }
                continue parseValue;
              }
            default:
              if (escaped3) {
                escaped3 = false;
                commentCheck = -1;
              }
              escapedValue = escapedValue + char;
              break;
          }
        }
        return escapedValue;
      }
    };
    exports.Property = Property;
  }
});

// node_modules/dockerfile-ast/lib/propertyInstruction.js
var require_propertyInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/propertyInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.PropertyInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var instruction_1 = require_instruction();
    var property_1 = require_property();
    var argument_1 = require_argument();
    var util_1 = require_util();
    var PropertyInstruction = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
        this.properties = void 0;
      }
      getProperties() {
        if (this.properties === void 0) {
          let args = this.getPropertyArguments();
          if (args.length === 0) {
            this.properties = [];
          } else if (args.length === 1) {
            this.properties = [new property_1.Property(this.document, this.escapeChar, args[0])];
          } else if (args.length === 2) {
            if (args[0].getValue().indexOf("=") === -1) {
              this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], args[1])];
            } else {
              this.properties = [
                new property_1.Property(this.document, this.escapeChar, args[0]),
                new property_1.Property(this.document, this.escapeChar, args[1])
              ];
            }
          } else if (args[0].getValue().indexOf("=") === -1) {
            let text = this.document.getText();
            let start2 = args[1].getRange().start;
            let end = args[args.length - 1].getRange().end;
            text = text.substring(this.document.offsetAt(start2), this.document.offsetAt(end));
            this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], new argument_1.Argument(text, vscode_languageserver_types_1.Range.create(args[1].getRange().start, args[args.length - 1].getRange().end)))];
          } else {
            this.properties = [];
            for (let i = 0; i < args.length; i++) {
              this.properties.push(new property_1.Property(this.document, this.escapeChar, args[i]));
            }
          }
        }
        return this.properties;
      }
      /**
       * Goes from the back of the string and returns the first
       * non-whitespace character that is found. If an escape character
       * is found with newline characters, the escape character will
       * not be considered a non-whitespace character and its index in
       * the string will not be returned.
       *
       * @param content the string to search through
       * @return the index in the string for the first non-whitespace
       *         character when searching from the end of the string
       */
      findTrailingNonWhitespace(content) {
        let index = content.length;
        whitespaceCheck: for (let i = content.length - 1; i >= 0; i--) {
          switch (content.charAt(i)) {
            case " ":
            case "	":
              continue;
            case "\n":
              if (content.charAt(i - 1) === "\r") {
                i = i - 1;
              }
            case "\r":
              newlineCheck: for (let j = i - 1; j >= 0; j--) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                  case "\r":
                  case "\n":
                  case this.escapeChar:
                    continue;
                  default:
                    index = j;
                    break newlineCheck;
                }
              }
              break whitespaceCheck;
            default:
              index = i;
              break whitespaceCheck;
          }
        }
        return index;
      }
      getPropertyArguments() {
        const args = [];
        let range = this.getInstructionRange();
        let instructionNameEndOffset = this.document.offsetAt(range.end);
        let extra = instructionNameEndOffset - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra);
        let start2 = util_1.Util.findLeadingNonWhitespace(fullArgs, this.escapeChar);
        if (start2 === -1) {
          return [];
        }
        const startPosition = this.document.positionAt(instructionNameEndOffset + start2);
        let escaped3 = range.start.line !== startPosition.line;
        let endingEscape = false;
        let mark = -1;
        let end = this.findTrailingNonWhitespace(fullArgs);
        content = fullArgs.substring(start2, end + 1);
        let argStart = escaped3 ? -1 : 0;
        let spaced = false;
        argumentLoop: for (let i = 0; i < content.length; i++) {
          let char = content.charAt(i);
          switch (char) {
            case this.escapeChar:
              if (i + 1 === content.length) {
                endingEscape = true;
                break argumentLoop;
              }
              if (!escaped3) {
                mark = i;
              }
              switch (content.charAt(i + 1)) {
                case " ":
                case "	":
                  if (!util_1.Util.isWhitespace(content.charAt(i + 2))) {
                    i = i + 1;
                    continue argumentLoop;
                  }
                  whitespaceCheck: for (let j = i + 2; j < content.length; j++) {
                    switch (content.charAt(j)) {
                      case "\r":
                        j++;
                      case "\n":
                        escaped3 = true;
                        i = j;
                        continue argumentLoop;
                      case " ":
                      case "	":
                        break;
                      default:
                        args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start2 + argStart), this.document.positionAt(instructionNameEndOffset + start2 + i + 2))));
                        argStart = j;
                        break whitespaceCheck;
                    }
                  }
                  i = argStart - 1;
                  continue argumentLoop;
                case "\r":
                  i++;
                case "\n":
                  escaped3 = true;
                  i = i + 1;
                  continue argumentLoop;
                case this.escapeChar:
                  if (argStart === -1) {
                    argStart = i;
                  }
                  i = i + 1;
                  continue argumentLoop;
                default:
                  if (argStart === -1) {
                    argStart = i;
                  }
                  continue argumentLoop;
              }
            case "'":
            case '"':
              if (spaced) {
                this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start2);
                argStart = i;
                spaced = false;
              }
              if (argStart === -1) {
                argStart = i;
              }
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case char:
                    if (content.charAt(j + 1) !== " " && content.charAt(j + 1) !== "") {
                      i = j;
                      continue argumentLoop;
                    }
                    args.push(new argument_1.Argument(content.substring(argStart, j + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start2 + argStart), this.document.positionAt(instructionNameEndOffset + start2 + j + 1))));
                    i = j;
                    argStart = -1;
                    continue argumentLoop;
                  case this.escapeChar:
                    j++;
                    break;
                }
              }
              break argumentLoop;
            case " ":
            case "	":
              if (escaped3) {
                if (argStart !== -1) {
                  spaced = true;
                }
              } else if (argStart !== -1) {
                args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start2 + argStart), this.document.positionAt(instructionNameEndOffset + start2 + i))));
                argStart = -1;
              }
              break;
            case "\r":
              i++;
            case "\n":
              spaced = false;
              break;
            case "#":
              if (escaped3) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      spaced = false;
                      continue argumentLoop;
                  }
                }
                if (argStart !== -1) {
                  let value3 = content.substring(argStart, mark);
                  args.push(new argument_1.Argument(value3, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start2 + argStart), this.document.positionAt(instructionNameEndOffset + start2 + mark))));
                  argStart = -1;
                }
                break argumentLoop;
              } else if (argStart === -1) {
                argStart = i;
              }
              break;
            default:
              if (spaced) {
                this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start2);
                argStart = i;
                spaced = false;
              }
              escaped3 = false;
              if (argStart === -1) {
                argStart = i;
              }
              if (char === "$" && content.charAt(i + 1) === "{") {
                let singleQuotes = false;
                let doubleQuotes = false;
                let escaped4 = false;
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case this.escapeChar:
                      escaped4 = true;
                      break;
                    case "\r":
                    case "\n":
                      break;
                    case "'":
                      singleQuotes = !singleQuotes;
                      escaped4 = false;
                      break;
                    case '"':
                      doubleQuotes = !doubleQuotes;
                      escaped4 = false;
                      break;
                    case " ":
                    case "	":
                      if (escaped4 || singleQuotes || doubleQuotes) {
                        break;
                      }
                      i = j - 1;
                      continue argumentLoop;
                    case "}":
                      i = j;
                      continue argumentLoop;
                    default:
                      escaped4 = false;
                      break;
                  }
                }
                break argumentLoop;
              }
              break;
          }
        }
        if (argStart !== -1 && argStart !== content.length) {
          let end2 = endingEscape ? content.length - 1 : content.length;
          let value3 = content.substring(argStart, end2);
          args.push(new argument_1.Argument(value3, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start2 + argStart), this.document.positionAt(instructionNameEndOffset + start2 + end2))));
        }
        return args;
      }
      createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start2) {
        if (argStart !== -1) {
          args.push(new argument_1.Argument(content.substring(argStart, mark), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start2 + argStart), this.document.positionAt(instructionNameEndOffset + start2 + mark))));
        }
      }
    };
    exports.PropertyInstruction = PropertyInstruction;
  }
});

// node_modules/dockerfile-ast/lib/instructions/arg.js
var require_arg = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/arg.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Arg = void 0;
    var property_1 = require_property();
    var propertyInstruction_1 = require_propertyInstruction();
    var Arg = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
        this.property = null;
        const args = this.getPropertyArguments();
        if (args.length === 1) {
          this.property = new property_1.Property(this.document, this.escapeChar, args[0]);
        } else {
          this.property = null;
        }
      }
      /**
       * Returns the variable defined by this ARG. This may be null if
       * this ARG instruction is malformed and has no variable
       * declaration.
       */
      getProperty() {
        return this.property;
      }
    };
    exports.Arg = Arg;
  }
});

// node_modules/dockerfile-ast/lib/instructions/cmd.js
var require_cmd = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/cmd.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Cmd = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Cmd = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Cmd = Cmd;
  }
});

// node_modules/dockerfile-ast/lib/instructions/copy.js
var require_copy = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/copy.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Copy = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Copy = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      getFromFlag() {
        let flags = super.getFlags();
        return flags.length === 1 && flags[0].getName() === "from" ? flags[0] : null;
      }
      /**
       * Returns there here-documents that are defined in this RUN
       * instruction.
       *
       * This API is experimental and subject to change.
       */
      getHeredocs() {
        return super.getHeredocs();
      }
    };
    exports.Copy = Copy;
  }
});

// node_modules/dockerfile-ast/lib/instructions/env.js
var require_env = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/env.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Env = void 0;
    var propertyInstruction_1 = require_propertyInstruction();
    var Env = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getProperties() {
        return super.getProperties();
      }
    };
    exports.Env = Env;
  }
});

// node_modules/dockerfile-ast/lib/instructions/entrypoint.js
var require_entrypoint = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/entrypoint.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Entrypoint = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Entrypoint = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Entrypoint = Entrypoint;
  }
});

// node_modules/dockerfile-ast/lib/instructions/from.js
var require_from = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/from.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.From = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var modifiableInstruction_1 = require_modifiableInstruction();
    var From = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      getImage() {
        const args = this.getArguments();
        return args.length > 0 ? args[0].getValue() : null;
      }
      /**
       * Returns the name of the image that will be used as the base image.
       *
       * @return the base image's name, or null if unspecified
       */
      getImageName() {
        const imageName = this.getRangeContent(this.getImageNameRange());
        if (imageName === null) {
          return null;
        }
        let commented = false;
        let escaped3 = false;
        let name = "";
        for (let i = 0; i < imageName.length; i++) {
          const ch = imageName.charAt(i);
          switch (ch) {
            case this.escapeChar:
              escaped3 = true;
              break;
            case "\r":
              continue;
            case "\n":
              commented = false;
              break;
            case " ":
            case "	":
              break;
            case "#":
              if (escaped3) {
                commented = true;
              } else {
                name = name + ch;
                escaped3 = false;
              }
              break;
            default:
              if (!commented) {
                name = name + ch;
                escaped3 = false;
              }
              break;
          }
        }
        return name;
      }
      /**
       * Returns the range that covers the name of the image used by
       * this instruction.
       *
       * @return the range of the name of this instruction's argument,
       *         or null if no image has been specified
       */
      getImageNameRange() {
        let range = this.getImageRange();
        if (range) {
          let registryRange = this.getRegistryRange();
          if (registryRange) {
            range.start = this.document.positionAt(this.document.offsetAt(registryRange.end) + 1);
          }
          let tagRange = this.getImageTagRange();
          let digestRange = this.getImageDigestRange();
          if (tagRange === null) {
            if (digestRange !== null) {
              range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
            }
          } else {
            range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
          }
          return range;
        }
        return null;
      }
      /**
       * Returns the range that covers the image argument of this
       * instruction. This includes the tag or digest of the image if
       * it has been specified by the instruction.
       *
       * @return the range of the image argument, or null if no image
       *         has been specified
       */
      getImageRange() {
        let args = this.getArguments();
        return args.length !== 0 ? args[0].getRange() : null;
      }
      getImageTag() {
        return this.getRangeContent(this.getImageTagRange());
      }
      /**
       * Returns the range in the document that the tag of the base
       * image encompasses.
       *
       * @return the base image's tag's range in the document, or null
       *         if no tag has been specified
       */
      getImageTagRange() {
        const range = this.getImageRange();
        if (range) {
          const rangeStartOffset = this.document.offsetAt(range.start);
          const content = this.getRangeContent(range);
          const atIndex = this.indexOf(rangeStartOffset, content, "@");
          const slashIndex = content.indexOf("/");
          if (atIndex === -1) {
            const colonIndex = this.lastIndexOf(rangeStartOffset, content, ":");
            if (colonIndex > slashIndex) {
              return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + colonIndex + 1), range.end);
            }
          }
          const subcontent = content.substring(0, atIndex);
          const subcolonIndex = subcontent.indexOf(":");
          if (subcolonIndex === -1) {
            return null;
          }
          if (slashIndex === -1) {
            return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + atIndex));
          }
          if (subcolonIndex < slashIndex) {
            return null;
          }
          return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + subcontent.length));
        }
        return null;
      }
      getImageDigest() {
        return this.getRangeContent(this.getImageDigestRange());
      }
      /**
       * Returns the range in the document that the digest of the base
       * image encompasses.
       *
       * @return the base image's digest's range in the document, or null
       *         if no digest has been specified
       */
      getImageDigestRange() {
        let range = this.getImageRange();
        if (range) {
          let content = this.getRangeContent(range);
          let index = this.lastIndexOf(this.document.offsetAt(range.start), content, "@");
          if (index !== -1) {
            return vscode_languageserver_types_1.Range.create(range.start.line, range.start.character + index + 1, range.end.line, range.end.character);
          }
        }
        return null;
      }
      indexOf(documentOffset, content, searchString) {
        let index = content.indexOf(searchString);
        const variables = this.getVariables();
        for (let i = 0; i < variables.length; i++) {
          const position = documentOffset + index;
          const variableRange = variables[i].getRange();
          if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
            const offset = this.document.offsetAt(variableRange.end) - documentOffset;
            const substring = content.substring(offset);
            const subIndex = substring.indexOf(searchString);
            if (subIndex === -1) {
              return -1;
            }
            index = subIndex + offset;
            i = -1;
            continue;
          }
        }
        return index;
      }
      lastIndexOf(documentOffset, content, searchString) {
        let index = content.lastIndexOf(searchString);
        const variables = this.getVariables();
        for (let i = 0; i < variables.length; i++) {
          const position = documentOffset + index;
          const variableRange = variables[i].getRange();
          if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
            index = content.substring(0, index).lastIndexOf(searchString);
            if (index === -1) {
              return -1;
            }
            i = -1;
            continue;
          }
        }
        return index;
      }
      getRegistry() {
        return this.getRangeContent(this.getRegistryRange());
      }
      getRegistryRange() {
        const range = this.getImageRange();
        if (range) {
          const tagRange = this.getImageTagRange();
          const digestRange = this.getImageDigestRange();
          if (tagRange === null) {
            if (digestRange !== null) {
              range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
            }
          } else {
            range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
          }
          const content = this.getRangeContent(range);
          const rangeStart = this.document.offsetAt(range.start);
          const startingSlashIndex = this.indexOf(rangeStart, content, "/");
          if (startingSlashIndex === -1) {
            return null;
          }
          const portIndex = this.indexOf(rangeStart, content, ":");
          const dotIndex = this.indexOf(rangeStart, content, ".");
          if (portIndex !== -1 || dotIndex !== -1) {
            return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
          }
          const registry = content.substring(0, startingSlashIndex);
          if (registry === "localhost") {
            return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
          }
        }
        return null;
      }
      getBuildStage() {
        let range = this.getBuildStageRange();
        return range === null ? null : this.getRangeContent(range);
      }
      getBuildStageRange() {
        let args = this.getArguments();
        if (args.length > 2 && args[1].getValue().toUpperCase() === "AS") {
          return args[2].getRange();
        }
        return null;
      }
      getPlatformFlag() {
        let flags = super.getFlags();
        return flags.length === 1 && flags[0].getName() === "platform" ? flags[0] : null;
      }
    };
    exports.From = From;
  }
});

// node_modules/dockerfile-ast/lib/instructions/healthcheck.js
var require_healthcheck = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/healthcheck.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Healthcheck = void 0;
    var modifiableInstruction_1 = require_modifiableInstruction();
    var Healthcheck = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        argument = argument.toUpperCase();
        return argument === "CMD" || argument === "NONE";
      }
      getSubcommand() {
        let args = this.getArguments();
        return args.length !== 0 ? args[0] : null;
      }
    };
    exports.Healthcheck = Healthcheck;
  }
});

// node_modules/dockerfile-ast/lib/instructions/label.js
var require_label = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/label.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Label = void 0;
    var propertyInstruction_1 = require_propertyInstruction();
    var util_1 = require_util();
    var Label = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getVariables() {
        const variables = super.getVariables();
        const properties = this.getProperties();
        for (const property2 of properties) {
          const value3 = property2.getUnescapedValue();
          if (value3 !== null && value3.length > 2 && value3.charAt(0) === "'" && value3.charAt(value3.length - 1) === "'") {
            const range = property2.getValueRange();
            for (let i = 0; i < variables.length; i++) {
              if (util_1.Util.isInsideRange(variables[i].getRange().start, range)) {
                variables.splice(i, 1);
                i--;
              }
            }
          }
        }
        return variables;
      }
      getProperties() {
        return super.getProperties();
      }
    };
    exports.Label = Label;
  }
});

// node_modules/dockerfile-ast/lib/instructions/onbuild.js
var require_onbuild = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/onbuild.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Onbuild = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var parser_1 = require_parser();
    var instruction_1 = require_instruction();
    var Onbuild = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getTrigger() {
        let trigger = this.getTriggerWord();
        return trigger === null ? null : trigger.toUpperCase();
      }
      getTriggerWord() {
        return this.getRangeContent(this.getTriggerRange());
      }
      getTriggerRange() {
        let args = this.getArguments();
        return args.length > 0 ? args[0].getRange() : null;
      }
      getTriggerInstruction() {
        let triggerRange = this.getTriggerRange();
        if (triggerRange === null) {
          return null;
        }
        let args = this.getArguments();
        return parser_1.Parser.createInstruction(this.document, this.dockerfile, this.escapeChar, vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end), this.getTriggerWord(), triggerRange);
      }
    };
    exports.Onbuild = Onbuild;
  }
});

// node_modules/dockerfile-ast/lib/instructions/run.js
var require_run = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/run.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Run = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Run = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      /**
       * Returns there here-documents that are defined in this RUN
       * instruction.
       *
       * This API is experimental and subject to change.
       */
      getHeredocs() {
        return super.getHeredocs();
      }
    };
    exports.Run = Run;
  }
});

// node_modules/dockerfile-ast/lib/instructions/shell.js
var require_shell = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/shell.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Shell = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Shell = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Shell = Shell;
  }
});

// node_modules/dockerfile-ast/lib/instructions/stopsignal.js
var require_stopsignal = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/stopsignal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Stopsignal = void 0;
    var instruction_1 = require_instruction();
    var Stopsignal = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Stopsignal = Stopsignal;
  }
});

// node_modules/dockerfile-ast/lib/instructions/workdir.js
var require_workdir = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/workdir.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Workdir = void 0;
    var instruction_1 = require_instruction();
    var Workdir = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      /**
       * Returns the path that has been defined. Note that this path may
       * be absolute or relative depending on what was written in the
       * instruction.
       *
       * @return the working directory's path, or null if this
       *         instruction has no arguments
       */
      getPath() {
        return this.getArgumentsContent();
      }
      /**
       * Returns the absolute path that this instruction resolves to. The
       * function will inspect prior WORKDIR instructions in the current
       * image or another build stage in the Dockerfile to try to
       * determine this.
       *
       * @return the absolute path of the working directory, or null if
       *         this instruction has no arguments, or undefined if it
       *         cannot be determined because only relative paths could be
       *         found
       */
      getAbsolutePath() {
        const path = this.getPath();
        if (path === null || path.startsWith("/")) {
          return path;
        }
        const startLine = this.getRange().start.line;
        const hierarchy = this.dockerfile.getStageHierarchy(startLine);
        for (let i = hierarchy.length - 1; i >= 0; i--) {
          const workdirs = hierarchy[i].getWORKDIRs();
          for (let j = workdirs.length - 1; j >= 0; j--) {
            if (workdirs[j].getRange().start.line < startLine) {
              const parent = workdirs[j].getAbsolutePath();
              if (parent === void 0 || parent === null) {
                return void 0;
              }
              return parent.endsWith("/") ? parent + path : parent + "/" + path;
            }
          }
        }
        return void 0;
      }
    };
    exports.Workdir = Workdir;
  }
});

// node_modules/dockerfile-ast/lib/instructions/user.js
var require_user = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/user.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.User = void 0;
    var instruction_1 = require_instruction();
    var User = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.User = User;
  }
});

// node_modules/dockerfile-ast/lib/instructions/volume.js
var require_volume = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/volume.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Volume = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Volume = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Volume = Volume;
  }
});

// node_modules/dockerfile-ast/lib/imageTemplate.js
var require_imageTemplate = __commonJS({
  "node_modules/dockerfile-ast/lib/imageTemplate.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ImageTemplate = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var arg_1 = require_arg();
    var cmd_1 = require_cmd();
    var copy_1 = require_copy();
    var env_1 = require_env();
    var entrypoint_1 = require_entrypoint();
    var from_1 = require_from();
    var healthcheck_1 = require_healthcheck();
    var onbuild_1 = require_onbuild();
    var util_1 = require_util();
    var workdir_1 = require_workdir();
    var ImageTemplate = class {
      constructor() {
        this.comments = [];
        this.instructions = [];
      }
      addComment(comment) {
        this.comments.push(comment);
      }
      getComments() {
        return this.comments;
      }
      addInstruction(instruction) {
        this.instructions.push(instruction);
      }
      getInstructions() {
        return this.instructions;
      }
      getInstructionAt(line) {
        for (let instruction of this.instructions) {
          if (util_1.Util.isInsideRange(vscode_languageserver_types_1.Position.create(line, 0), instruction.getRange())) {
            return instruction;
          }
        }
        return null;
      }
      /**
       * Gets all the ARG instructions that are defined in this image.
       */
      getARGs() {
        let args = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof arg_1.Arg) {
            args.push(instruction);
          }
        }
        return args;
      }
      /**
       * Gets all the CMD instructions that are defined in this image.
       */
      getCMDs() {
        let cmds = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof cmd_1.Cmd) {
            cmds.push(instruction);
          }
        }
        return cmds;
      }
      /**
       * Gets all the COPY instructions that are defined in this image.
       */
      getCOPYs() {
        let copies = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof copy_1.Copy) {
            copies.push(instruction);
          }
        }
        return copies;
      }
      /**
       * Gets all the ENTRYPOINT instructions that are defined in this image.
       */
      getENTRYPOINTs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof entrypoint_1.Entrypoint) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      /**
       * Gets all the ENV instructions that are defined in this image.
       */
      getENVs() {
        let args = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof env_1.Env) {
            args.push(instruction);
          }
        }
        return args;
      }
      getFROM() {
        for (const instruction of this.instructions) {
          if (instruction instanceof from_1.From) {
            return instruction;
          }
        }
        return null;
      }
      /**
       * Gets all the FROM instructions that are defined in this image.
       */
      getFROMs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof from_1.From) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      /**
       * Gets all the HEALTHCHECK instructions that are defined in this image.
       */
      getHEALTHCHECKs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof healthcheck_1.Healthcheck) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      getWORKDIRs() {
        const workdirs = [];
        for (const instruction of this.instructions) {
          if (instruction instanceof workdir_1.Workdir) {
            workdirs.push(instruction);
          }
        }
        return workdirs;
      }
      getOnbuildTriggers() {
        let triggers = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof onbuild_1.Onbuild) {
            let trigger = instruction.getTriggerInstruction();
            if (trigger) {
              triggers.push(trigger);
            }
          }
        }
        return triggers;
      }
      getAvailableVariables(currentLine) {
        const variables = [];
        for (const arg of this.getARGs()) {
          if (arg.isBefore(currentLine)) {
            const property2 = arg.getProperty();
            if (property2) {
              const variable = property2.getName();
              if (variables.indexOf(variable) === -1) {
                variables.push(variable);
              }
            }
          }
        }
        for (const env of this.getENVs()) {
          if (env.isBefore(currentLine)) {
            for (const property2 of env.getProperties()) {
              const variable = property2.getName();
              if (variables.indexOf(variable) === -1) {
                variables.push(variable);
              }
            }
          }
        }
        return variables;
      }
      /**
       * Resolves a variable with the given name at the specified line
       * to its value. If null is returned, then the variable has been
       * defined but no value was given. If undefined is returned, then
       * a variable with the given name has not been defined yet as of
       * the given line.
       *
       * @param variable the name of the variable to resolve
       * @param line the line number that the variable is on, zero-based
       * @return the value of the variable as defined by an ARG or ENV
       *         instruction, or null if no value has been specified, or
       *         undefined if a variable with the given name has not
       *         been defined
       */
      resolveVariable(variable, line) {
        let envs = this.getENVs();
        for (let i = envs.length - 1; i >= 0; i--) {
          if (envs[i].isBefore(line)) {
            for (let property2 of envs[i].getProperties()) {
              if (property2.getName() === variable) {
                return property2.getValue();
              }
            }
          }
        }
        let args = this.getARGs();
        for (let i = args.length - 1; i >= 0; i--) {
          if (args[i].isBefore(line)) {
            let property2 = args[i].getProperty();
            if (property2 && property2.getName() === variable) {
              return property2.getValue();
            }
          }
        }
        return void 0;
      }
      getRange() {
        const instructions = this.getInstructions();
        if (instructions.length === 0) {
          return vscode_languageserver_types_1.Range.create(0, 0, 0, 0);
        }
        const instructionStart = instructions[0].getRange().start;
        const instructionEnd = instructions[instructions.length - 1].getRange().end;
        return vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
      }
      contains(position) {
        const range = this.getRange();
        if (range === null) {
          return false;
        }
        return util_1.Util.isInsideRange(position, range);
      }
    };
    exports.ImageTemplate = ImageTemplate;
  }
});

// node_modules/dockerfile-ast/lib/dockerfile.js
var require_dockerfile = __commonJS({
  "node_modules/dockerfile-ast/lib/dockerfile.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Dockerfile = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var ast = require_main();
    var imageTemplate_1 = require_imageTemplate();
    var from_1 = require_from();
    var util_1 = require_util();
    var main_1 = require_main();
    var Dockerfile = class extends imageTemplate_1.ImageTemplate {
      constructor(document) {
        super();
        this.initialInstructions = new imageTemplate_1.ImageTemplate();
        this.buildStages = [];
        this.directives = [];
        this.foundFrom = false;
        this.document = document;
      }
      getEscapeCharacter() {
        for (const directive of this.directives) {
          if (directive.getDirective() === ast.Directive.escape) {
            const value3 = directive.getValue();
            if (value3 === "\\" || value3 === "`") {
              return value3;
            }
          }
        }
        return "\\";
      }
      getInitialARGs() {
        return this.initialInstructions.getARGs();
      }
      getContainingImage(position) {
        let range = vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(0, 0), this.document.positionAt(this.document.getText().length));
        if (!util_1.Util.isInsideRange(position, range)) {
          return null;
        }
        if (this.initialInstructions.getComments().length > 0 || this.initialInstructions.getInstructions().length > 0) {
          if (util_1.Util.isInsideRange(position, this.initialInstructions.getRange())) {
            return this.initialInstructions;
          }
        }
        for (const buildStage of this.buildStages) {
          if (util_1.Util.isInsideRange(position, buildStage.getRange())) {
            return buildStage;
          }
        }
        return this;
      }
      addInstruction(instruction) {
        if (instruction.getKeyword() === main_1.Keyword.FROM) {
          this.currentBuildStage = new imageTemplate_1.ImageTemplate();
          this.buildStages.push(this.currentBuildStage);
          this.foundFrom = true;
        } else if (!this.foundFrom) {
          this.initialInstructions.addInstruction(instruction);
        }
        if (this.foundFrom) {
          this.currentBuildStage.addInstruction(instruction);
        }
        super.addInstruction(instruction);
      }
      setDirectives(directives) {
        this.directives = directives;
      }
      getDirective() {
        return this.directives.length === 0 ? null : this.directives[0];
      }
      getDirectives() {
        return this.directives;
      }
      resolveVariable(variable, line) {
        for (let from of this.getFROMs()) {
          let range = from.getRange();
          if (range.start.line <= line && line <= range.end.line) {
            let initialARGs = new imageTemplate_1.ImageTemplate();
            for (let instruction of this.initialInstructions.getARGs()) {
              initialARGs.addInstruction(instruction);
            }
            return initialARGs.resolveVariable(variable, line);
          }
        }
        let image2 = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        if (image2 === null) {
          return void 0;
        }
        let resolvedVariable = image2.resolveVariable(variable, line);
        if (resolvedVariable === null) {
          let initialARGs = new imageTemplate_1.ImageTemplate();
          for (let instruction of this.initialInstructions.getARGs()) {
            initialARGs.addInstruction(instruction);
          }
          return initialARGs.resolveVariable(variable, line);
        }
        return resolvedVariable;
      }
      getAvailableVariables(currentLine) {
        if (this.getInstructionAt(currentLine) instanceof from_1.From) {
          let variables = [];
          for (let arg of this.getInitialARGs()) {
            let property2 = arg.getProperty();
            if (property2) {
              variables.push(property2.getName());
            }
          }
          return variables;
        }
        let image2 = this.getContainingImage(vscode_languageserver_types_1.Position.create(currentLine, 0));
        return image2 ? image2.getAvailableVariables(currentLine) : [];
      }
      getParentStage(image2) {
        const templateFrom = image2.getFROM();
        const imageName = templateFrom === null ? null : templateFrom.getImageName();
        if (imageName === null) {
          return null;
        }
        for (const from of this.getFROMs()) {
          if (from.getBuildStage() === imageName) {
            const range = from.getRange();
            if (range.start.line === templateFrom.getRange().start.line) {
              return null;
            }
            return this.getContainingImage(range.start);
          }
        }
        return null;
      }
      getStageHierarchy(line) {
        const image2 = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        if (image2 === null) {
          return [];
        }
        const stages = [image2];
        let stage = this.getParentStage(image2);
        while (stage !== null) {
          stages.splice(0, 0, stage);
          stage = this.getParentStage(stage);
        }
        return stages;
      }
      getAvailableWorkingDirectories(line) {
        const availableDirectories = /* @__PURE__ */ new Set();
        for (const image2 of this.getStageHierarchy(line)) {
          for (const workdir of image2.getWORKDIRs()) {
            if (workdir.getRange().end.line < line) {
              let directory = workdir.getAbsolutePath();
              if (directory !== void 0 && directory !== null) {
                if (!directory.endsWith("/")) {
                  directory += "/";
                }
                availableDirectories.add(directory);
              }
            }
          }
        }
        return Array.from(availableDirectories);
      }
      /**
       * Internally reorganize the comments in the Dockerfile and allocate
       * them to the relevant build stages that they belong to.
       */
      organizeComments() {
        const comments = this.getComments();
        for (let i = 0; i < comments.length; i++) {
          if (util_1.Util.isInsideRange(comments[i].getRange().end, this.initialInstructions.getRange())) {
            this.initialInstructions.addComment(comments[i]);
          } else {
            for (const buildStage of this.buildStages) {
              if (util_1.Util.isInsideRange(comments[i].getRange().start, buildStage.getRange())) {
                buildStage.addComment(comments[i]);
              }
            }
          }
        }
      }
      getRange() {
        const comments = this.getComments();
        const instructions = this.getInstructions();
        let range = null;
        if (comments.length === 0) {
          if (instructions.length > 0) {
            range = vscode_languageserver_types_1.Range.create(instructions[0].getRange().start, instructions[instructions.length - 1].getRange().end);
          }
        } else if (instructions.length === 0) {
          range = vscode_languageserver_types_1.Range.create(comments[0].getRange().start, comments[comments.length - 1].getRange().end);
        } else {
          const commentStart = comments[0].getRange().start;
          const commentEnd = comments[comments.length - 1].getRange().end;
          const instructionStart = instructions[0].getRange().start;
          const instructionEnd = instructions[instructions.length - 1].getRange().end;
          if (commentStart.line < instructionStart.line) {
            if (commentEnd.line < instructionEnd.line) {
              range = vscode_languageserver_types_1.Range.create(commentStart, instructionEnd);
            }
            range = vscode_languageserver_types_1.Range.create(commentStart, commentEnd);
          } else if (commentEnd.line < instructionEnd.line) {
            range = vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
          } else {
            range = vscode_languageserver_types_1.Range.create(instructionStart, commentEnd);
          }
        }
        if (range === null) {
          if (this.directives.length === 0) {
            return null;
          }
          return this.directives[0].getRange();
        } else if (this.directives.length === 0) {
          return range;
        }
        return vscode_languageserver_types_1.Range.create(this.directives[0].getRange().start, range.end);
      }
    };
    exports.Dockerfile = Dockerfile;
  }
});

// node_modules/dockerfile-ast/lib/parser.js
var require_parser = __commonJS({
  "node_modules/dockerfile-ast/lib/parser.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Parser = void 0;
    var vscode_languageserver_textdocument_1 = (init_main2(), __toCommonJS(main_exports2));
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var comment_1 = require_comment();
    var parserDirective_1 = require_parserDirective();
    var instruction_1 = require_instruction();
    var add_1 = require_add();
    var arg_1 = require_arg();
    var cmd_1 = require_cmd();
    var copy_1 = require_copy();
    var env_1 = require_env();
    var entrypoint_1 = require_entrypoint();
    var from_1 = require_from();
    var healthcheck_1 = require_healthcheck();
    var label_1 = require_label();
    var onbuild_1 = require_onbuild();
    var run_1 = require_run();
    var shell_1 = require_shell();
    var stopsignal_1 = require_stopsignal();
    var workdir_1 = require_workdir();
    var user_1 = require_user();
    var volume_1 = require_volume();
    var dockerfile_1 = require_dockerfile();
    var util_1 = require_util();
    var main_1 = require_main();
    var Parser4 = class _Parser {
      constructor() {
        this.escapeChar = null;
      }
      static createInstruction(document, dockerfile2, escapeChar, lineRange, instruction, instructionRange) {
        switch (instruction.toUpperCase()) {
          case "ADD":
            return new add_1.Add(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "ARG":
            return new arg_1.Arg(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "CMD":
            return new cmd_1.Cmd(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "COPY":
            return new copy_1.Copy(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "ENTRYPOINT":
            return new entrypoint_1.Entrypoint(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "ENV":
            return new env_1.Env(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "FROM":
            return new from_1.From(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "HEALTHCHECK":
            return new healthcheck_1.Healthcheck(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "LABEL":
            return new label_1.Label(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "ONBUILD":
            return new onbuild_1.Onbuild(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "RUN":
            return new run_1.Run(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "SHELL":
            return new shell_1.Shell(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "STOPSIGNAL":
            return new stopsignal_1.Stopsignal(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "WORKDIR":
            return new workdir_1.Workdir(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "USER":
            return new user_1.User(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "VOLUME":
            return new volume_1.Volume(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
        }
        return new instruction_1.Instruction(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getParserDirectives(document, buffer) {
        const directives = [];
        this.escapeChar = "";
        const offset = util_1.Util.isUTF8BOM(buffer.substring(0, 1)) ? 1 : 0;
        directiveCheck: for (let i = offset; i < buffer.length; i++) {
          switch (buffer.charAt(i)) {
            case " ":
            case "	":
              break;
            case "\r":
            case "\n":
              break directiveCheck;
            case "#":
              let directiveStart = -1;
              let directiveEnd = -1;
              for (let j = i + 1; j < buffer.length; j++) {
                let char = buffer.charAt(j);
                switch (char) {
                  case " ":
                  case "	":
                    if (directiveStart !== -1 && directiveEnd === -1) {
                      directiveEnd = j;
                    }
                    break;
                  case "\r":
                  case "\n":
                    break directiveCheck;
                  case "=":
                    let valueStart = -1;
                    let valueEnd = -1;
                    if (directiveEnd === -1) {
                      directiveEnd = j;
                    }
                    let lineEnd2 = buffer.length;
                    directiveValue: for (let k = j + 1; k < buffer.length; k++) {
                      char = buffer.charAt(k);
                      switch (char) {
                        case "\r":
                        case "\n":
                          if (valueStart !== -1 && valueEnd === -1) {
                            valueEnd = k;
                          }
                          lineEnd2 = k;
                          break directiveValue;
                        case "	":
                        case " ":
                          if (valueStart !== -1 && valueEnd === -1) {
                            valueEnd = k;
                          }
                          continue;
                        default:
                          if (valueStart === -1) {
                            valueStart = k;
                          }
                          break;
                      }
                    }
                    if (directiveStart === -1) {
                      break directiveCheck;
                    }
                    if (valueStart === -1) {
                      valueStart = j + 1;
                      valueEnd = lineEnd2;
                    } else if (valueEnd === -1) {
                      valueEnd = buffer.length;
                    }
                    const lineRange = vscode_languageserver_types_1.Range.create(document.positionAt(i), document.positionAt(lineEnd2));
                    const nameRange = vscode_languageserver_types_1.Range.create(document.positionAt(directiveStart), document.positionAt(directiveEnd));
                    const valueRange = vscode_languageserver_types_1.Range.create(document.positionAt(valueStart), document.positionAt(valueEnd));
                    directives.push(new parserDirective_1.ParserDirective(document, lineRange, nameRange, valueRange));
                    directiveStart = -1;
                    if (buffer.charAt(valueEnd) === "\r") {
                      i = valueEnd + 1;
                    } else {
                      i = valueEnd;
                    }
                    continue directiveCheck;
                  default:
                    if (directiveStart === -1) {
                      directiveStart = j;
                    }
                    break;
                }
              }
              break;
            default:
              break directiveCheck;
          }
        }
        return directives;
      }
      parse(buffer) {
        this.document = vscode_languageserver_textdocument_1.TextDocument.create("", "", 0, buffer);
        this.buffer = buffer;
        let dockerfile2 = new dockerfile_1.Dockerfile(this.document);
        let directives = this.getParserDirectives(this.document, this.buffer);
        let offset = 0;
        this.escapeChar = "\\";
        if (directives.length > 0) {
          dockerfile2.setDirectives(directives);
          this.escapeChar = dockerfile2.getEscapeCharacter();
          offset = this.document.offsetAt(vscode_languageserver_types_1.Position.create(directives.length, 0));
        } else if (util_1.Util.isUTF8BOM(buffer.substring(0, 1))) {
          offset = 1;
        }
        for (let i = offset; i < this.buffer.length; i++) {
          const char = this.buffer.charAt(i);
          switch (char) {
            case " ":
            case "	":
            case "\r":
            case "\n":
              break;
            case "#":
              i = this.processComment(dockerfile2, i);
              break;
            default:
              i = this.processInstruction(dockerfile2, char, i);
              break;
          }
        }
        dockerfile2.organizeComments();
        return dockerfile2;
      }
      processInstruction(dockerfile2, char, start2) {
        let instruction = char;
        let instructionEnd = -1;
        let escapedInstruction = false;
        instructionCheck: for (let i = start2 + 1; i < this.buffer.length; i++) {
          char = this.buffer.charAt(i);
          switch (char) {
            case this.escapeChar:
              escapedInstruction = true;
              char = this.buffer.charAt(i + 1);
              if (char === "\r" || char === "\n") {
                if (instructionEnd === -1) {
                  instructionEnd = i;
                }
                i++;
              } else if (char === " " || char === "	") {
                for (let j = i + 2; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      i = j;
                      continue instructionCheck;
                    default:
                      instructionEnd = i + 1;
                      instruction = instruction + this.escapeChar;
                      i = j - 2;
                      continue instructionCheck;
                  }
                }
                instructionEnd = i + 1;
                instruction = instruction + this.escapeChar;
                break instructionCheck;
              } else {
                instructionEnd = i + 1;
                instruction = instruction + this.escapeChar;
                escapedInstruction = false;
              }
              break;
            case " ":
            case "	":
              if (escapedInstruction) {
                escapeCheck: for (let j = i + 1; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      i = j;
                      continue instructionCheck;
                    default:
                      break escapeCheck;
                  }
                }
                escapedInstruction = false;
              }
              if (instructionEnd === -1) {
                instructionEnd = i;
              }
              i = this.processArguments(dockerfile2, instruction, instructionEnd, start2, i);
              dockerfile2.addInstruction(this.createInstruction(dockerfile2, instruction, start2, instructionEnd, i));
              return i;
            case "\r":
            case "\n":
              if (escapedInstruction) {
                continue;
              }
              if (instructionEnd === -1) {
                instructionEnd = i;
              }
              dockerfile2.addInstruction(this.createInstruction(dockerfile2, instruction, start2, i, i));
              return i;
            case "#":
              if (escapedInstruction) {
                continue;
              }
            default:
              instructionEnd = i + 1;
              instruction = instruction + char;
              escapedInstruction = false;
              break;
          }
        }
        if (instructionEnd === -1) {
          instructionEnd = this.buffer.length;
        }
        dockerfile2.addInstruction(this.createInstruction(dockerfile2, instruction, start2, instructionEnd, this.buffer.length));
        return this.buffer.length;
      }
      processHeredocs(instruction, offset) {
        let keyword = instruction.getKeyword();
        if (keyword === main_1.Keyword.ONBUILD) {
          instruction = instruction.getTriggerInstruction();
          if (instruction === null) {
            return offset;
          }
          keyword = instruction.getKeyword();
        }
        if (keyword !== main_1.Keyword.ADD && keyword !== main_1.Keyword.COPY && keyword !== main_1.Keyword.RUN) {
          return offset;
        }
        const heredocs = [];
        let tabbed = false;
        for (const arg of instruction.getArguments()) {
          const value3 = arg.getValue();
          if (value3.startsWith("<<") && value3.length > 2) {
            if (value3.startsWith("<<-")) {
              tabbed = true;
            }
            const name = util_1.Util.parseHeredocName(value3);
            if (name !== null) {
              heredocs.push(name);
            }
          }
        }
        if (heredocs.length > 0) {
          for (const heredoc of heredocs) {
            offset = this.parseHeredoc(heredoc, offset, tabbed);
          }
        }
        return offset;
      }
      processArguments(dockerfile2, instruction, instructionEnd, start2, offset) {
        let escaped3 = false;
        argumentsCheck: for (let i = offset + 1; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case "\r":
            case "\n":
              if (escaped3) {
                continue;
              }
              return this.processHeredocs(this.createInstruction(dockerfile2, instruction, start2, instructionEnd, i), i);
            case this.escapeChar:
              const next = this.buffer.charAt(i + 1);
              if (next === "\n" || next === "\r") {
                escaped3 = true;
                i++;
              } else if (next === " " || next === "	") {
                for (let j = i + 2; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      escaped3 = true;
                    default:
                      i = j;
                      continue argumentsCheck;
                  }
                }
                return this.buffer.length;
              }
              continue;
            case "#":
              if (escaped3) {
                i = this.processComment(dockerfile2, i);
                continue argumentsCheck;
              }
              break;
            case " ":
            case "	":
              break;
            default:
              if (escaped3) {
                escaped3 = false;
              }
              break;
          }
        }
        return this.buffer.length;
      }
      processComment(dockerfile2, start2) {
        let end = this.buffer.length;
        commentLoop: for (let i = start2 + 1; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case "\r":
            case "\n":
              end = i;
              break commentLoop;
          }
        }
        const range = vscode_languageserver_types_1.Range.create(this.document.positionAt(start2), this.document.positionAt(end));
        dockerfile2.addComment(new comment_1.Comment(this.document, range));
        return end;
      }
      parseHeredoc(heredocName, offset, tabbed) {
        let startWord = -1;
        let lineStart = true;
        for (let i = offset; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case " ":
              lineStart = false;
              break;
            case "	":
              if (!tabbed) {
                lineStart = false;
              }
              break;
            case "\r":
            case "\n":
              if (startWord !== -1 && heredocName === this.buffer.substring(startWord, i)) {
                return i;
              }
              startWord = -1;
              lineStart = true;
              break;
            default:
              if (lineStart) {
                startWord = i;
                lineStart = false;
              }
              break;
          }
        }
        return this.buffer.length;
      }
      createInstruction(dockerfile2, instruction, start2, instructionEnd, end) {
        const startPosition = this.document.positionAt(start2);
        const instructionRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(instructionEnd));
        const lineRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(end));
        return _Parser.createInstruction(this.document, dockerfile2, this.escapeChar, lineRange, instruction, instructionRange);
      }
    };
    exports.Parser = Parser4;
  }
});

// node_modules/dockerfile-ast/lib/main.js
var require_main = __commonJS({
  "node_modules/dockerfile-ast/lib/main.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DockerfileParser = exports.DefaultVariables = exports.Directive = exports.Keyword = exports.Workdir = exports.Volume = exports.User = exports.Stopsignal = exports.Shell = exports.Run = exports.PropertyInstruction = exports.Onbuild = exports.ModifiableInstruction = exports.Label = exports.JSONInstruction = exports.Heredoc = exports.Healthcheck = exports.From = exports.Env = exports.Entrypoint = exports.Copy = exports.Cmd = exports.Arg = exports.Add = exports.Variable = exports.Property = exports.ParserDirective = exports.Line = exports.Instruction = exports.Flag = exports.Comment = exports.JSONArgument = exports.Argument = void 0;
    var argument_1 = require_argument();
    Object.defineProperty(exports, "Argument", { enumerable: true, get: function() {
      return argument_1.Argument;
    } });
    var jsonArgument_1 = require_jsonArgument();
    Object.defineProperty(exports, "JSONArgument", { enumerable: true, get: function() {
      return jsonArgument_1.JSONArgument;
    } });
    var comment_1 = require_comment();
    Object.defineProperty(exports, "Comment", { enumerable: true, get: function() {
      return comment_1.Comment;
    } });
    var parser_1 = require_parser();
    var flag_1 = require_flag();
    Object.defineProperty(exports, "Flag", { enumerable: true, get: function() {
      return flag_1.Flag;
    } });
    var instruction_1 = require_instruction();
    Object.defineProperty(exports, "Instruction", { enumerable: true, get: function() {
      return instruction_1.Instruction;
    } });
    var line_1 = require_line();
    Object.defineProperty(exports, "Line", { enumerable: true, get: function() {
      return line_1.Line;
    } });
    var parserDirective_1 = require_parserDirective();
    Object.defineProperty(exports, "ParserDirective", { enumerable: true, get: function() {
      return parserDirective_1.ParserDirective;
    } });
    var property_1 = require_property();
    Object.defineProperty(exports, "Property", { enumerable: true, get: function() {
      return property_1.Property;
    } });
    var variable_1 = require_variable();
    Object.defineProperty(exports, "Variable", { enumerable: true, get: function() {
      return variable_1.Variable;
    } });
    var add_1 = require_add();
    Object.defineProperty(exports, "Add", { enumerable: true, get: function() {
      return add_1.Add;
    } });
    var arg_1 = require_arg();
    Object.defineProperty(exports, "Arg", { enumerable: true, get: function() {
      return arg_1.Arg;
    } });
    var cmd_1 = require_cmd();
    Object.defineProperty(exports, "Cmd", { enumerable: true, get: function() {
      return cmd_1.Cmd;
    } });
    var copy_1 = require_copy();
    Object.defineProperty(exports, "Copy", { enumerable: true, get: function() {
      return copy_1.Copy;
    } });
    var entrypoint_1 = require_entrypoint();
    Object.defineProperty(exports, "Entrypoint", { enumerable: true, get: function() {
      return entrypoint_1.Entrypoint;
    } });
    var env_1 = require_env();
    Object.defineProperty(exports, "Env", { enumerable: true, get: function() {
      return env_1.Env;
    } });
    var from_1 = require_from();
    Object.defineProperty(exports, "From", { enumerable: true, get: function() {
      return from_1.From;
    } });
    var healthcheck_1 = require_healthcheck();
    Object.defineProperty(exports, "Healthcheck", { enumerable: true, get: function() {
      return healthcheck_1.Healthcheck;
    } });
    var heredoc_1 = require_heredoc();
    Object.defineProperty(exports, "Heredoc", { enumerable: true, get: function() {
      return heredoc_1.Heredoc;
    } });
    var jsonInstruction_1 = require_jsonInstruction();
    Object.defineProperty(exports, "JSONInstruction", { enumerable: true, get: function() {
      return jsonInstruction_1.JSONInstruction;
    } });
    var label_1 = require_label();
    Object.defineProperty(exports, "Label", { enumerable: true, get: function() {
      return label_1.Label;
    } });
    var modifiableInstruction_1 = require_modifiableInstruction();
    Object.defineProperty(exports, "ModifiableInstruction", { enumerable: true, get: function() {
      return modifiableInstruction_1.ModifiableInstruction;
    } });
    var onbuild_1 = require_onbuild();
    Object.defineProperty(exports, "Onbuild", { enumerable: true, get: function() {
      return onbuild_1.Onbuild;
    } });
    var propertyInstruction_1 = require_propertyInstruction();
    Object.defineProperty(exports, "PropertyInstruction", { enumerable: true, get: function() {
      return propertyInstruction_1.PropertyInstruction;
    } });
    var run_1 = require_run();
    Object.defineProperty(exports, "Run", { enumerable: true, get: function() {
      return run_1.Run;
    } });
    var shell_1 = require_shell();
    Object.defineProperty(exports, "Shell", { enumerable: true, get: function() {
      return shell_1.Shell;
    } });
    var stopsignal_1 = require_stopsignal();
    Object.defineProperty(exports, "Stopsignal", { enumerable: true, get: function() {
      return stopsignal_1.Stopsignal;
    } });
    var user_1 = require_user();
    Object.defineProperty(exports, "User", { enumerable: true, get: function() {
      return user_1.User;
    } });
    var volume_1 = require_volume();
    Object.defineProperty(exports, "Volume", { enumerable: true, get: function() {
      return volume_1.Volume;
    } });
    var workdir_1 = require_workdir();
    Object.defineProperty(exports, "Workdir", { enumerable: true, get: function() {
      return workdir_1.Workdir;
    } });
    var Keyword;
    (function(Keyword2) {
      Keyword2["ADD"] = "ADD";
      Keyword2["ARG"] = "ARG";
      Keyword2["CMD"] = "CMD";
      Keyword2["COPY"] = "COPY";
      Keyword2["ENTRYPOINT"] = "ENTRYPOINT";
      Keyword2["ENV"] = "ENV";
      Keyword2["EXPOSE"] = "EXPOSE";
      Keyword2["FROM"] = "FROM";
      Keyword2["HEALTHCHECK"] = "HEALTHCHECK";
      Keyword2["LABEL"] = "LABEL";
      Keyword2["MAINTAINER"] = "MAINTAINER";
      Keyword2["ONBUILD"] = "ONBUILD";
      Keyword2["RUN"] = "RUN";
      Keyword2["SHELL"] = "SHELL";
      Keyword2["STOPSIGNAL"] = "STOPSIGNAL";
      Keyword2["USER"] = "USER";
      Keyword2["VOLUME"] = "VOLUME";
      Keyword2["WORKDIR"] = "WORKDIR";
    })(Keyword || (exports.Keyword = Keyword = {}));
    var Directive;
    (function(Directive2) {
      Directive2["escape"] = "escape";
      Directive2["syntax"] = "syntax";
    })(Directive || (exports.Directive = Directive = {}));
    exports.DefaultVariables = [
      "ALL_PROXY",
      "all_proxy",
      "FTP_PROXY",
      "ftp_proxy",
      "HTTP_PROXY",
      "http_proxy",
      "HTTPS_PROXY",
      "https_proxy",
      "NO_PROXY",
      "no_proxy"
    ];
    var DockerfileParser2;
    (function(DockerfileParser3) {
      function parse(content) {
        let parser = new parser_1.Parser();
        return parser.parse(content);
      }
      DockerfileParser3.parse = parse;
    })(DockerfileParser2 || (exports.DockerfileParser = DockerfileParser2 = {}));
  }
});

// src/cli.ts
import { readFileSync as readFileSync3, realpathSync as realpathSync2, statSync as statSync3, writeFileSync } from "node:fs";
import { resolve as resolve2 } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

// src/arguments.ts
import { parseArgs } from "node:util";

// src/finding.ts
var severities = ["notice", "warning", "error"];
var atLeast = (a, b) => severities.indexOf(a) >= severities.indexOf(b);

// src/arguments.ts
var options = {
  format: { type: "string", default: "text" },
  output: { type: "string" },
  "fail-on": { type: "string", default: "error" },
  "min-severity": { type: "string", default: "notice" },
  config: { type: "string" },
  repository: { type: "string" },
  "no-color": { type: "boolean", default: false },
  version: { type: "boolean", short: "V", default: false },
  help: { type: "boolean", short: "h", default: false }
};
var formats = ["text", "json", "github"];
var failOns = [...severities.toReversed(), "never"];
function parseArguments(words) {
  try {
    return read(words);
  } catch (error) {
    return { kind: "mistake", message: complaint(error.message) };
  }
}
function read(words) {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [first, ...rest] = positionals;
  if (first === "explain") {
    const [rule2] = rest;
    if (rule2 === void 0 || rest.length > 1) throw new Error("explain takes the id of one rule");
    return { kind: "explain", rule: rule2 };
  }
  const paths = first === "trace" ? rest : positionals;
  if (paths.length > 1) throw new Error(`one path can be checked at a time, not ${paths.join(" and ")}`);
  return {
    kind: first === "trace" ? "trace" : "check",
    path: paths[0] ?? ".",
    format: oneOf("--format", values.format, formats),
    output: values.output,
    failOn: oneOf("--fail-on", values["fail-on"], failOns),
    minSeverity: oneOf("--min-severity", values["min-severity"], severities),
    config: values.config,
    repository: repositoryName(values.repository),
    colour: !values["no-color"]
  };
}
function oneOf(option, value3, allowed) {
  const found = allowed.find((candidate) => candidate === value3);
  if (found !== void 0) return found;
  throw new Error(`${option} takes ${allowed.join(", ")}, not "${value3}"`);
}
function repositoryName(value3) {
  if (value3 === void 0 || /^[\w.-]+\/[\w.-]+$/.test(value3)) return value3;
  throw new Error(`--repository takes owner/name, not "${value3}"`);
}
function complaint(message) {
  const unknown3 = /^Unknown option '([^']*)'/.exec(message)?.[1];
  if (unknown3 === void 0) return message.split("\n")[0];
  const near = nearest(
    unknown3,
    Object.keys(options).map((name) => `--${name}`)
  );
  return `there is no option ${unknown3}${near ? `; did you mean ${near}?` : ""}`;
}

// src/config.ts
var emptyConfig = { clusters: [], rules: /* @__PURE__ */ new Map(), ignore: [], externalImages: [] };
var configPaths = [".github/preflight.yml", ".github/preflight.yaml"];

// src/own-ids.ts
var ownIds = [
  {
    id: "config-invalid",
    severity: "error",
    summary: "The configuration cannot be used; nothing is rehearsed (exit code 2)."
  },
  { id: "file-not-understood", severity: "notice", summary: "A file that matters cannot be read or parsed." },
  { id: "ignore-needless", severity: "warning", summary: "An ignore silences nothing." },
  { id: "ignore-unexplained", severity: "warning", summary: "An ignore does not say why." },
  { id: "internal-error", severity: "warning", summary: "A rule of this program failed; the others went on." }
];

// src/documents/workflow.ts
var views = /* @__PURE__ */ new WeakMap();
function readWorkflow(path, text) {
  const known2 = views.get(text);
  if (known2) return known2;
  const documents = parseYaml(text);
  const root = documents[0]?.root;
  const workflow = {
    path,
    name: textOf(root, "name"),
    triggers: readTriggers(at(root, "on")),
    env: scalarsOf(root, "env"),
    defaults: readDefaults(root),
    permissions: at(root, "permissions"),
    jobs: entriesOf(root, "jobs").map((entry) => readJob(entry.key.text.value, spanOf(entry.key), entry.value)),
    problems: documents.flatMap((document) => document.problems)
  };
  views.set(text, workflow);
  return workflow;
}
function scalarsOf(root, ...path) {
  const found = entriesOf(root, ...path).flatMap(
    ({ key, value: value3 }) => value3 === void 0 ? [[key.text.value, emptyOf(key.text)]] : value3.kind === "scalar" ? [[key.text.value, value3.text]] : []
  );
  return new Map(found);
}
var emptyOf = (text) => slice(text, 0, 0);
function readTriggers(on) {
  if (!on) return [];
  if (on.kind === "scalar") return [bareTrigger(on)];
  if (on.kind === "list") return on.items.flatMap((item2) => item2?.kind === "scalar" ? [bareTrigger(item2)] : []);
  return entriesOf(on).map(({ key, value: value3 }) => readTrigger(key.text.value, spanOf(key), value3));
}
var bareTrigger = (event) => readTrigger(event.kind === "scalar" ? event.text.value : "", spanOf(event), void 0);
function readTrigger(event, where, node) {
  const inputs = entriesOf(node, "inputs").map(({ key, value: value3 }) => [key.text.value, readInput(value3)]);
  return {
    event,
    at: where,
    branches: filterOf(node, "branches"),
    tags: filterOf(node, "tags"),
    paths: filterOf(node, "paths"),
    types: listOf(node, "types"),
    workflows: listOf(node, "workflows"),
    inputs: new Map(inputs),
    outputs: new Map(
      entriesOf(node, "outputs").flatMap(({ key, value: value3 }) => pair(key.text.value, textOf(value3, "value")))
    )
  };
}
var pair = (key, value3) => value3 ? [[key, value3]] : [];
var readInput = (node) => ({
  default: textOf(node, "default"),
  type: textOf(node, "type")?.value,
  options: listOf(node, "options")
});
function filterOf(node, name) {
  if (at(node, name)) return { kind: "only", patterns: listOf(node, name) };
  return at(node, `${name}-ignore`) ? { kind: "except", patterns: listOf(node, `${name}-ignore`) } : void 0;
}
function listOf(root, ...path) {
  const single = textOf(root, ...path);
  if (single) return [single];
  return itemsOf(root, ...path).flatMap((item2) => item2.kind === "scalar" ? [item2.text] : []);
}
var readDefaults = (node) => ({
  shell: textOf(node, "defaults", "run", "shell"),
  directory: textOf(node, "defaults", "run", "working-directory")
});
function readJob(id, where, node) {
  return {
    id,
    at: where,
    needs: listOf(node, "needs"),
    condition: textOf(node, "if"),
    runsOn: at(node, "runs-on")?.kind === "map" ? listOf(node, "runs-on", "labels") : listOf(node, "runs-on"),
    env: scalarsOf(node, "env"),
    defaults: readDefaults(node),
    permissions: at(node, "permissions"),
    environment: textOf(node, "environment") ?? textOf(node, "environment", "name"),
    matrix: at(node, "strategy", "matrix"),
    outputs: scalarsOf(node, "outputs"),
    steps: itemsOf(node, "steps").map(readStep),
    uses: textOf(node, "uses"),
    with: scalarsOf(node, "with"),
    secrets: textOf(node, "secrets")?.value === "inherit" ? "inherit" : scalarsOf(node, "secrets")
  };
}
function readStep(node) {
  const uses = at(node, "uses");
  return {
    id: textOf(node, "id")?.value,
    name: textOf(node, "name"),
    at: headOf(node),
    condition: textOf(node, "if"),
    uses: textOf(uses),
    comment: uses ? commentBehind(uses) : "",
    run: textOf(node, "run"),
    shell: textOf(node, "shell"),
    directory: textOf(node, "working-directory"),
    with: scalarsOf(node, "with"),
    env: scalarsOf(node, "env")
  };
}
function commentBehind(node) {
  const rest = slice(node.within, node.end, node.end + 200).value.split("\n")[0] ?? "";
  return rest.trimStart().startsWith("#") ? rest.trim() : "";
}
function readAction(text) {
  const root = parseYaml(text)[0]?.root;
  return {
    using: textOf(root, "runs", "using")?.value ?? "",
    inputs: new Map(
      entriesOf(root, "inputs").map(({ key, value: value3 }) => [key.text.value.toLowerCase(), textOf(value3, "default")])
    ),
    outputs: new Map(
      entriesOf(root, "outputs").flatMap(({ key, value: value3 }) => pair(key.text.value, textOf(value3, "value")))
    ),
    steps: itemsOf(root, "runs", "steps").map(readStep)
  };
}

// src/repository/repository.ts
var sanitised = (text) => text.replace(/^\ufeff/, "").replace(/[\uE000-\uF8FF]/g, "�");
var texts = /* @__PURE__ */ new WeakMap();
function textOfSource(source) {
  const known2 = texts.get(source);
  if (known2) return known2;
  const text = fileText(source);
  texts.set(source, text);
  return text;
}
var bases = /* @__PURE__ */ new WeakMap();
function baseOf(repository) {
  const known2 = bases.get(repository);
  if (known2) return known2;
  const tree = treeOf(repository.paths);
  const files = new Set(repository.paths);
  const base = {
    read: (path) => {
      const source = files.has(path) ? repository.read(path) : void 0;
      return source && textOfSource(source);
    },
    has: (path) => files.has(path) || tree.has(path),
    list: (directory) => tree.get(directory)
  };
  bases.set(repository, base);
  return base;
}
function treeOf(paths) {
  const tree = /* @__PURE__ */ new Map([["", /* @__PURE__ */ new Set()]]);
  for (const path of paths) {
    let directory = "";
    for (const part of path.split("/")) {
      const names2 = tree.get(directory) ?? /* @__PURE__ */ new Set();
      tree.set(directory, names2.add(part));
      directory = directory === "" ? part : `${directory}/${part}`;
    }
  }
  return new Map([...tree].map(([directory, names2]) => [directory, [...names2].sort()]));
}

// src/source/unknown.ts
var newNames = () => ({ unknowns: /* @__PURE__ */ new Map(), labels: /* @__PURE__ */ new Map(), standIns: [] });
var firstUnknown = 57344;
var lastUnknown = 63742;
var equalToNothing = "";
function unknown(names2, key, label) {
  const known2 = names2.unknowns.get(key);
  if (known2) return known2;
  const code = firstUnknown + names2.labels.size;
  if (code > lastUnknown) return equalToNothing;
  const made2 = String.fromCharCode(code);
  names2.unknowns.set(key, made2);
  names2.labels.set(made2, label);
  return made2;
}
var unknownText = (names2, key, label, at2) => spoken(unknown(names2, key, label), at2);
var anyUnknown = /[\uE000-\uF8FF]/;
var holdsUnknown = (value3) => anyUnknown.test(value3);
var isOneUnknown = (value3) => value3.length === 1 && anyUnknown.test(value3);
var obscured = (names2, operation, text) => spoken(unknown(names2, `${operation}(${text.value})`, show(names2, text.value)), placeOf(text));
var shortestPart = 5;
function show(names2, value3) {
  let shown2 = "";
  for (let index = 0; index < value3.length; ) {
    const part = standInAt(names2, value3, index);
    const label = names2.labels.get(value3[index]);
    if (part) {
      shown2 += part.length === part.standIn.value.length ? `<${part.standIn.label}>` : `<first ${part.length} of ${part.standIn.label}>`;
      index += part.length;
    } else {
      if (label !== void 0) shown2 += label.startsWith("<") ? label : `<${label}>`;
      else shown2 += value3[index] === equalToNothing ? "<?>" : value3[index];
      index += 1;
    }
  }
  return shown2;
}
function standInAt(names2, value3, index) {
  let best;
  for (const standIn of names2.standIns) {
    if (value3[index] !== standIn.value[0]) continue;
    let length = 0;
    while (length < standIn.value.length && value3[index + length] === standIn.value[length]) length += 1;
    const whole = length === standIn.value.length;
    if (!whole && !(standIn.cuttable && length >= shortestPart)) continue;
    if (!best || length > best.length) best = { standIn, length };
  }
  return best;
}
function isOfThisRun(names2, value3) {
  if (holdsUnknown(value3)) return true;
  for (let index = 0; index < value3.length; index += 1) if (standInAt(names2, value3, index)) return true;
  return false;
}
function likesOf(names2, value3) {
  let pattern = "";
  for (let index = 0; index < value3.length; ) {
    const part = standInAt(names2, value3, index);
    if (part) {
      pattern += part.length === part.standIn.value.length ? part.standIn.pattern : `[0-9a-f]{${part.length}}`;
      index += part.length;
    } else {
      const character = value3[index];
      pattern += anyUnknown.test(character) ? ".*" : character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
      index += 1;
    }
  }
  return new RegExp(`^(?:${pattern})$`, "s");
}

// src/source/compare.ts
function compare(a, b) {
  if (a === b) return a.includes(equalToNothing) ? "unknown" : "same";
  if (!holdsUnknown(a) && !holdsUnknown(b)) return "different";
  const [left, right] = withoutCommonEnds(a, b);
  return fits(left, right) ? "unknown" : "different";
}
function withoutCommonEnds(a, b) {
  let start2 = 0;
  while (start2 < a.length && start2 < b.length && a[start2] === b[start2] && a[start2] !== equalToNothing) start2 += 1;
  let end = 0;
  while (end < a.length - start2 && end < b.length - start2 && a[a.length - 1 - end] === b[b.length - 1 - end] && a[a.length - 1 - end] !== equalToNothing)
    end += 1;
  return [a.slice(start2, a.length - end), b.slice(start2, b.length - end)];
}
function fits(a, b) {
  const aOpen = holdsUnknown(a);
  const bOpen = holdsUnknown(b);
  if (aOpen && bOpen) return endsFit(a, b);
  if (aOpen) return matches(a, b);
  if (bOpen) return matches(b, a);
  return a === b;
}
var unknowns = /[\uE000-\uF8FF]/;
function endsFit(a, b) {
  const [aHead, bHead] = [a.split(unknowns)[0] ?? "", b.split(unknowns)[0] ?? ""];
  const [aTail, bTail] = [a.split(unknowns).at(-1) ?? "", b.split(unknowns).at(-1) ?? ""];
  return (aHead.startsWith(bHead) || bHead.startsWith(aHead)) && (aTail.endsWith(bTail) || bTail.endsWith(aTail));
}
function matches(open, known2) {
  const parts = open.split(unknowns);
  const head = parts[0] ?? "";
  const tail = parts.at(-1) ?? "";
  if (!known2.startsWith(head)) return false;
  let from = head.length;
  for (const part of parts.slice(1, -1)) {
    const found = known2.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return known2.length - tail.length >= from && known2.endsWith(tail);
}

// src/world/files.ts
var workspacePath = "/github/workspace";
var temporaryPath = "/github/runner_temp";
var homePath = "/github/home";
function newFiles() {
  return filesFrom([], /* @__PURE__ */ new Map(), false);
}
function filesFrom(mounted, written2, mayHoldMore) {
  let mounts = mounted;
  let open = mayHoldMore;
  const changes = new Map(written2);
  const onMount = (path, ask2) => {
    for (const { directory, base } of mounts.toReversed()) {
      const relative = relativeTo(directory, path);
      const found = relative === void 0 ? void 0 : ask2(base, relative);
      if (found !== void 0) return found;
    }
    return void 0;
  };
  const read6 = (path) => changes.has(path) ? changes.get(path) : onMount(path, (base, relative) => base.read(relative));
  const isDirectory = (path) => path === "/" || list(path).length > 0 || directories.has(path) || onMount(path, (base, relative) => base.list(relative)) !== void 0;
  const list = (path) => {
    const names2 = new Set(onMount(path, (base, relative) => base.list(relative)) ?? []);
    const prefix = path === "/" ? "/" : `${path}/`;
    for (const [changed, text] of changes) {
      if (!changed.startsWith(prefix)) continue;
      const [name, ...rest] = changed.slice(prefix.length).split("/");
      if (text !== void 0) names2.add(name);
      else if (rest.length === 0) names2.delete(name);
    }
    return [...names2].sort();
  };
  const directories = /* @__PURE__ */ new Set([workspacePath, temporaryPath, homePath, "/tmp", "/github"]);
  return {
    read: read6,
    isDirectory,
    list,
    exists: (path) => {
      if (read6(path) !== void 0 || isDirectory(path)) return true;
      if (changes.has(path)) return false;
      return onMount(path, (base, relative) => base.has(relative) || void 0) ?? (open ? "unknown" : false);
    },
    write: (path, text) => void changes.set(path, text),
    remove: (path) => {
      for (const name of list(path))
        if (isDirectory(`${path}/${name}`) === false) changes.set(`${path}/${name}`, void 0);
      changes.set(path, void 0);
    },
    mount: (directory, base) => {
      mounts = [...mounts, { directory, base }];
    },
    blur: () => {
      open = true;
    },
    fork: () => filesFrom(mounts, changes, open),
    changed: () => changes,
    blurred: () => open
  };
}
function relativeTo(directory, path) {
  if (path === directory) return "";
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : void 0;
}
function resolvePath(directory, path) {
  const parts = [];
  for (const part of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

// src/tools/tool.ts
var command = (name, run2) => ({
  names: typeof name === "string" ? [name] : name,
  run: run2
});
var action = (name, run2) => ({ name, run: run2 });
var noOutputs = { outputs: /* @__PURE__ */ new Map(), complete: true };

// src/tools/actions/actions-checkout.ts
var actionsCheckout = action("actions/checkout", (call2, machine) => {
  const repository = call2.input("repository");
  const ref = call2.input("ref");
  const directory = resolvePath(workspacePath, call2.input("path")?.value ?? "");
  const own2 = !repository || repository.value === "" || compare(repository.value.toLowerCase(), (call2.github.repository ?? "").toLowerCase()) === "same";
  if (own2) machine.files.mount(directory, machine.repository);
  else machine.files.blur();
  return ref ? { outputs: /* @__PURE__ */ new Map(), complete: false } : noOutputs;
});

// src/syntax/csv-list.ts
function listItems(text, options2) {
  return csvRecords(text, options2).flatMap((fields) => {
    if (!options2.commas) return [join(fields, spoken(",", placeOf(text)))];
    return fields.length === 1 ? split(fields[0], ",") : fields;
  }).map(trim).filter((item2) => item2.value !== "");
}
function csvRecords(text, options2 = {}) {
  const records = [];
  const quotes = options2.quotes ?? true;
  let fields = [];
  let offset = 0;
  const endRecord = () => {
    if (fields.length > 1 || fields[0]?.value) records.push(fields);
    fields = [];
  };
  while (offset < text.value.length) {
    if (options2.comments && fields.length === 0 && text.value[offset] === "#") {
      offset = lineEnd(text.value, offset);
    } else {
      const quoted = quotes && text.value[offset] === '"' ? quotedField(text, offset) : void 0;
      const field = quoted ?? plainField(text, offset, options2.comments === "anywhere");
      fields.push(field.text);
      offset = field.end;
      if (options2.comments === "anywhere" && text.value[offset] === "#") offset = lineEnd(text.value, offset);
      if (text.value[offset] === ",") {
        offset += 1;
        if (offset < text.value.length && !atBreak(text.value, offset)) continue;
        fields.push(slice(text, offset, offset));
      }
    }
    if (text.value.startsWith("\r\n", offset)) offset += 2;
    else if (offset < text.value.length) offset += 1;
    endRecord();
  }
  endRecord();
  return records;
}
var atBreak = (value3, offset) => value3[offset] === "\n" || value3.startsWith("\r\n", offset);
function lineEnd(value3, from) {
  const end = value3.indexOf("\n", from);
  if (end < 0) return value3.length;
  return value3[end - 1] === "\r" && end > from ? end - 1 : end;
}
function plainField(text, start2, comments) {
  let end = start2;
  const stops = () => text.value[end] === "," || atBreak(text.value, end) || comments && text.value[end] === "#";
  while (end < text.value.length && !stops()) end += 1;
  return { text: slice(text, start2, end), end };
}
function quotedField(text, start2) {
  const parts = [];
  let from = start2 + 1;
  for (; ; ) {
    const quote = text.value.indexOf('"', from);
    if (quote < 0) return void 0;
    const doubled = text.value[quote + 1] === '"';
    parts.push(slice(text, from, doubled ? quote + 1 : quote));
    from = quote + (doubled ? 2 : 1);
    if (doubled) continue;
    const closes = from >= text.value.length || text.value[from] === "," || atBreak(text.value, from);
    return closes ? { text: concat(...parts), end: from } : void 0;
  }
}
var attributesOf = (item2) => (csvRecords(item2)[0] ?? []).map((field) => {
  const text = trim(field);
  const equals3 = text.value.indexOf("=", 1);
  return equals3 < 0 ? { key: text.value.toLowerCase(), value: void 0, text } : {
    key: text.value.slice(0, equals3).trim().toLowerCase(),
    value: trim(slice(text, equals3 + 1)),
    text
  };
});
var attribute = (attributes, key) => attributes.findLast((one) => one.key === key)?.value;

// src/world/machine.ts
var fork = (machine) => ({ ...machine, files: machine.files.fork() });
function record(world, machine, event) {
  const full = { ...event, order: world.events.length, run: machine.run, step: machine.step, when: machine.when };
  world.events.push(full);
  return full;
}
var notModelled = (world, name) => {
  world.notModelled.set(name, (world.notModelled.get(name) ?? 0) + 1);
};

// src/syntax/image-reference.ts
function parseImageReference(text) {
  const value3 = text.value;
  const digestAt = value3.indexOf("@");
  const named = digestAt < 0 ? value3.length : digestAt;
  const colon = value3.lastIndexOf(":", named - 1);
  const tagged = colon > value3.lastIndexOf("/", named - 1) && colon < named;
  const nameEnd = tagged ? colon : named;
  const written2 = slice(text, 0, nameEnd);
  const { registry, repository, spelled } = splitName(written2.value);
  return {
    text,
    written: written2,
    name: registry === void 0 ? written2.value : `${registry}/${repository}`,
    registry,
    registryWritten: spelled,
    repository,
    tag: tagged ? slice(text, colon + 1, named) : void 0,
    digest: digestAt < 0 ? void 0 : slice(text, digestAt + 1),
    open: !tagged && digestAt < 0 && holdsUnknown(written2.value.slice(written2.value.lastIndexOf("/") + 1))
  };
}
function splitName(name) {
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  if (slash < 0) return holdsUnknown(name) ? hidden(name) : onDockerHub(name);
  if (first === "localhost" || /[.:]/.test(first) || first !== first.toLowerCase()) {
    const registry = first === "index.docker.io" ? "docker.io" : first;
    const repository = name.slice(slash + 1);
    const official2 = registry === "docker.io" && !repository.includes("/") && !holdsUnknown(repository);
    return { registry, repository: official2 ? `library/${repository}` : repository, spelled: true };
  }
  return holdsUnknown(first) ? hidden(name) : onDockerHub(name);
}
var hidden = (name) => ({
  registry: void 0,
  repository: name.slice(name.indexOf("/") + 1),
  spelled: false
});
var onDockerHub = (name) => ({
  registry: "docker.io",
  repository: name.includes("/") ? name : `library/${name}`,
  spelled: false
});
var lastComponent = (name) => name.slice(name.lastIndexOf("/") + 1);
var defaultTag = "latest";

// src/world/run.ts
var accessTo = (permissions, scope) => {
  if (permissions.kind === "absent") return "unknown";
  return permissions.scopes.get(scope)?.access ?? permissions.all ?? "none";
};
var always = /* @__PURE__ */ new Map();
var assuming = (when, condition, holds) => new Map([...when, [condition, holds]]);
function seenUnder(subject, event) {
  let certain = true;
  for (const [condition, holds] of event) {
    const known2 = subject.get(condition);
    if (known2 === void 0) certain = false;
    else if (known2 !== holds) return "impossible";
  }
  return certain ? "certain" : "possible";
}
function endsBefore(earlier, later) {
  const seen = /* @__PURE__ */ new Set();
  const queue = [...later.after];
  for (let run2 = queue.pop(); run2; run2 = queue.pop()) {
    if (run2 === earlier) return true;
    if (!seen.has(run2)) queue.push(...run2.after);
    seen.add(run2);
  }
  return false;
}

// src/tools/docker/decision.ts
function decide(text, otherwise) {
  if (!text?.value.trim()) return otherwise;
  if (holdsUnknown(text.value)) return { condition: text.value };
  return /^(?:true|True|TRUE)$/.test(text.value.trim());
}
var either = (a, b) => {
  if (a === true || b === true) return true;
  return a === false ? b : a;
};
var maybe = (decision) => decision !== false;
function whenDecided(machine, decision, act) {
  if (decision === false) return;
  const before2 = machine.when;
  if (decision !== true) machine.when = assuming(before2, decision.condition, true);
  act();
  machine.when = before2;
}
function goBoolean(value3) {
  if (/^(?:1|t|T|true|TRUE|True)$/.test(value3)) return true;
  return /^(?:0|f|F|false|FALSE|False)$/.test(value3) ? false : void 0;
}

// src/tools/docker/attestation.ts
function attestationsOf(settings, machine) {
  const asked2 = [
    ...settings.provenance?.value ? [stated(settings.provenance)] : [],
    ...settings.sbom?.value ? [stated(settings.sbom)] : [],
    ...settings.attests.map((attest) => statedIn(attest))
  ];
  const on = asked2.find((one) => one.on === true);
  if (on) return { kind: "asked", at: placeOf(on.text) };
  if (asked2.some((one) => one.on === void 0)) return { kind: "unknown" };
  const provenanceStated = Boolean(settings.provenance?.value) || settings.attests.some(isProvenance);
  if (provenanceStated || !settings.byDefault) return { kind: "none" };
  if (!settings.obeysEnvironment) return { kind: "default" };
  const off = machine.variables.get("BUILDX_NO_DEFAULT_ATTESTATIONS");
  if (!off?.exported || off.text.value === "") return { kind: "default" };
  if (holdsUnknown(off.text.value)) return { kind: "unknown" };
  return goBoolean(off.text.value) ? { kind: "none" } : { kind: "default" };
}
function stated(text) {
  if (holdsUnknown(text.value)) return { text, on: void 0 };
  const disabled = attribute(attributesOf(text), "disabled");
  return { text, on: (goBoolean(text.value.trim()) ?? true) && goBoolean(disabled?.value ?? "false") !== true };
}
var statedIn = (text) => {
  if (holdsUnknown(text.value)) return { text, on: void 0 };
  return { text, on: goBoolean(attribute(attributesOf(text), "disabled")?.value ?? "false") !== true };
};
var isProvenance = (attest) => attribute(attributesOf(attest), "type")?.value === "provenance";

// src/tools/docker/exporter.ts
function exporterOf(output) {
  const attributes = attributesOf(output);
  const type = attribute(attributes, "type")?.value;
  const names2 = attribute(attributes, "name");
  const references = names2 ? listItems(names2, { commas: true }).map(parseImageReference) : [];
  const byDigest = flag(attributes, "push-by-digest") === true;
  const shared = { byDigest, references };
  if (type === void 0 || holdsUnknown(type))
    return { ...shared, kind: holdsUnknown(output.value) ? "unknown" : "files", push: false };
  if (type === "registry") return { ...shared, kind: "image", push: true };
  if (type === "image") return { ...shared, kind: "image", push: flag(attributes, "push") };
  if (type === "docker" && !attribute(attributes, "dest")) return { ...shared, kind: "docker", push: false };
  return {
    ...shared,
    kind: type === "local" || type === "tar" || type === "oci" || type === "docker" ? "files" : "unknown",
    push: false
  };
}
function flag(attributes, key) {
  const value3 = attribute(attributes, key);
  if (!value3) return false;
  return holdsUnknown(value3.value) ? { condition: value3.value } : goBoolean(value3.value) === true;
}

// src/world/world.ts
var newWorld = (names2, facts) => ({
  names: names2,
  facts,
  events: [],
  notModelled: /* @__PURE__ */ new Map(),
  elsewhere: []
});
var eventsOf = (world, kind) => world.events.filter((event) => event.kind === kind);

// src/tools/docker/login.ts
function logIn(machine, world, credentials) {
  const login = record(world, machine, {
    kind: "login",
    at: credentials.at,
    registry: registryHost(credentials.registry, credentials.at),
    username: filled(credentials.username),
    password: filled(credentials.password),
    credential: credentialOf(machine, credentials.password)
  });
  machine.logins = [...machine.logins, login];
  return login;
}
var filled = (text) => text?.value ? text : void 0;
var dockerHub = /* @__PURE__ */ new Set(["", "docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"]);
function registryHost(registry, at2) {
  const written2 = registry && trim(registry);
  if (!written2) return spoken("docker.io", at2);
  const scheme = /^https?:\/\//.exec(written2.value)?.[0].length ?? 0;
  const slash = written2.value.indexOf("/", scheme);
  const host = slice(written2, scheme, slash < 0 ? void 0 : slash);
  return dockerHub.has(host.value) ? spoken("docker.io", registry.value ? placeOf(registry) : at2) : host;
}
var githubToken = "secrets.GITHUB_TOKEN";
function credentialOf(machine, password) {
  if (!password?.value) return void 0;
  if (machine.names.unknowns.get(githubToken) === password.value) return "github-token";
  const label = machine.names.labels.get(password.value);
  return !holdsUnknown(password.value) || label?.startsWith("secrets.") ? "other" : void 0;
}
var loginFor = (machine, reference) => machine.logins.findLast((login) => compare(login.registry.value, hostOf(reference)) === "same");
var hostOf = (reference) => reference.registry ?? reference.written.value.split("/")[0] ?? "";
function logOut(machine, registry, at2) {
  const host = registryHost(registry, at2).value;
  machine.logins = machine.logins.filter((login) => compare(login.registry.value, host) !== "same");
}

// src/tools/docker/images.ts
function localName(reference) {
  if (reference.digest && !reference.tag) return `${reference.name}@${reference.digest.value}`;
  return `${reference.name}:${reference.tag?.value ?? defaultTag}`;
}
function keep(machine, references, image2) {
  machine.images = new Map([...machine.images, ...references.map((one) => [localName(one), image2])]);
}
function push(machine, world, reference, image2, at2) {
  return record(world, machine, {
    kind: "push",
    at: at2 ?? placeOf(reference.text),
    reference,
    image: image2,
    login: loginFor(machine, reference)
  });
}
var imageFromNowhere = (machine, world, builder, at2) => ({
  platforms: void 0,
  platformsAt: void 0,
  shape: void 0,
  attestations: { kind: "unknown" },
  builder,
  at: at2,
  digest: newDigest(machine, world, builder)
});
var newDigest = (machine, world, what) => unknown(
  machine.names,
  `digest ${machine.run.id} ${world.events.length} ${what}`,
  `digest of ${show(machine.names, what)}`
);
var imageNamed = (machine, world, reference) => machine.images.get(localName(reference)) ?? pushedAs(world, reference);
var pushedAs = (world, reference) => eventsOf(world, "push").findLast(
  (one) => localName(one.reference) === localName(reference) || reference.digest !== void 0 && one.reference.name === reference.name && one.image.digest === reference.digest.value
)?.image;

// src/documents/dockerfile.ts
var import_dockerfile_ast = __toESM(require_main(), 1);
var parsed = /* @__PURE__ */ new WeakMap();
function parseDockerfile(text) {
  const known2 = parsed.get(text);
  if (known2) return known2;
  const dockerfile2 = read2(text);
  parsed.set(text, dockerfile2);
  return dockerfile2;
}
var longest = 2e5;
function read2(text) {
  try {
    const place = placesIn(text);
    const instructions = import_dockerfile_ast.DockerfileParser.parse(text.value.length > longest ? "" : text.value).getInstructions().map((one) => instructionOf(one, place));
    const first = instructions.findIndex((one) => one.keyword === "FROM");
    const before2 = first < 0 ? instructions : instructions.slice(0, first);
    return { text, arguments: argumentsOf(before2), stages: first < 0 ? [] : stagesOf(instructions.slice(first)) };
  } catch {
    return { text, arguments: [], stages: [] };
  }
}
function placesIn(text) {
  const starts = [0];
  for (const match of text.value.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const offset = (position) => (starts[position.line] ?? text.value.length) + position.character;
  return (range) => range ? slice(text, offset(range.start), offset(range.end)) : emptyText;
}
function instructionOf(instruction, place) {
  const words = instruction.getArguments().map((argument) => place(argument.getRange()));
  const flags = instruction instanceof import_dockerfile_ast.ModifiableInstruction ? instruction.getFlags() : [];
  const exec = instruction instanceof import_dockerfile_ast.JSONInstruction && instruction.getClosingBracket() ? instruction : void 0;
  return {
    keyword: instruction.getKeyword(),
    text: place(instruction.getRange()),
    words,
    rest: restOf(instruction, place, words[0]),
    flags: flags.map((flag2) => ({ name: flag2.getName(), value: place(flag2.getValueRange()) })),
    exec: exec?.getJSONStrings().map((item2) => stringOf(item2.getJSONValue(), place(item2.getRange())))
  };
}
function stringOf(value3, quoted) {
  const inner = slice(quoted, 1, quoted.value.length - 1);
  return inner.value === value3 ? inner : spoken(value3, placeOf(quoted));
}
function restOf(instruction, place, first) {
  if (!first) return emptyText;
  const start2 = first.pieces[0]?.at.start ?? 0;
  const parts = instruction.getArgumentsRanges().map(place);
  return concat(...parts.map((part) => slice(part, Math.max(0, start2 - (part.pieces[0]?.at.start ?? 0)))));
}
function stagesOf(instructions) {
  const stages = [];
  let start2 = 0;
  for (let end = 1; end <= instructions.length; end += 1) {
    if (end < instructions.length && instructions[end]?.keyword !== "FROM") continue;
    stages.push(stageOf(instructions[start2], instructions.slice(start2 + 1, end)));
    start2 = end;
  }
  return stages;
}
function stageOf(from, instructions) {
  const named = from.words[1]?.value.toLowerCase() === "as";
  return {
    from: from.text,
    image: from.words[0] ?? emptyText,
    name: named ? from.words[2] : void 0,
    platform: flagOf(from, "platform"),
    arguments: argumentsOf(instructions),
    instructions
  };
}
var argumentsOf = (instructions) => instructions.filter((one) => one.keyword === "ARG").flatMap((one) => one.words).map((word) => {
  const equals3 = word.value.indexOf("=");
  if (equals3 < 0) return { name: word, value: void 0 };
  return { name: slice(word, 0, equals3), value: unquoted(slice(word, equals3 + 1)) };
});
var unquoted = (text) => /^(?:"[^"\\]*"|'[^']*')$/.test(text.value) ? slice(text, 1, text.value.length - 1) : text;
var flagOf = (instruction, name) => instruction.flags.find((flag2) => flag2.name === name)?.value;
function stageBuilt(dockerfile2, target) {
  if (!target) return dockerfile2.stages.at(-1);
  const named = dockerfile2.stages.find((stage) => stage.name?.value.toLowerCase() === target.toLowerCase());
  return named ?? (/^\d+$/.test(target) ? dockerfile2.stages[Number(target)] : void 0);
}
function lineageOf(dockerfile2, stage) {
  const lineage = [stage];
  for (; ; ) {
    const current = lineage.at(-1);
    const earlier = dockerfile2.stages.slice(0, dockerfile2.stages.indexOf(current));
    const base = earlier.findLast((one) => one.name?.value.toLowerCase() === current.image.value.toLowerCase());
    if (!base) return lineage;
    lineage.push(base);
  }
}
function expanded(text, lookUp) {
  const pattern = /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^${}]*))?\}|)/g;
  const parts = [];
  let from = 0;
  for (const match of text.value.matchAll(pattern)) {
    const name = match[1] ?? match[2];
    if (name === void 0) return void 0;
    const value3 = lookUp(name);
    const fallback = match[4] === void 0 ? void 0 : spoken(match[4], placeOf(text));
    const set = value3 !== void 0 && (value3.value !== "" || !match[3]?.startsWith(":"));
    const result = match[3]?.endsWith("+") ? set ? fallback : emptyText : set ? value3 : fallback;
    if (result === void 0) return void 0;
    parts.push(slice(text, from, match.index), usedAt(result, placeOf(slice(text, match.index, match.index + 1))));
    from = match.index + match[0].length;
  }
  return concat(...parts, slice(text, from));
}

// src/tools/docker/platform.ts
var architectures = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  armhf: "arm/v7",
  armel: "arm/v6",
  i386: "386"
};
function normalPlatform(written2) {
  if (holdsUnknown(written2)) return void 0;
  const parts = written2.trim().toLowerCase().split("/");
  const [os, architecture, variant] = parts.length === 1 ? ["linux", parts[0] ?? "", void 0] : parts;
  const known2 = architectures[architecture ?? ""] ?? architecture;
  if (known2 === "arm64" && (variant === void 0 || variant === "v8")) return `${os}/arm64`;
  if (known2 === "arm") return `${os}/arm/${variant ?? "v7"}`;
  if (known2 === "amd64" && variant === "v1") return `${os}/amd64`;
  return variant === void 0 ? `${os}/${known2}` : `${os}/${known2}/${variant}`;
}
function platformOf(computer, driver) {
  const here = driver === "docker" || driver === "docker-container";
  if (!here || computer.architecture === void 0) return void 0;
  return computer.os === "linux" || computer.os === "macos" ? `linux/${computer.architecture}` : void 0;
}
var storesClassically = (computer) => computer.hosted === true && computer.os === "linux" && !/26\.04|28\.04/.test(computer.label);

// src/tools/docker/pinned-platform.ts
function pinnedPlatform(dockerfile2, target, buildArguments) {
  const stage = dockerfile2 && !holdsUnknown(target?.value ?? "") && stageBuilt(dockerfile2, target?.value);
  if (!stage) return "unknown";
  const written2 = lineageOf(dockerfile2, stage).find((one) => one.platform)?.platform;
  if (!written2 || /^\$\{?TARGETPLATFORM\}?$/.test(written2.value)) return "none";
  const defaults = new Map(dockerfile2.arguments.map((one) => [one.name.value, one.value]));
  const platform = expanded(written2, (name) => buildArguments.get(name) ?? defaults.get(name));
  return platform?.value && normalPlatform(platform.value) || "unknown";
}

// src/tools/docker/build.ts
function build(request, machine, world) {
  const exporters = request.outputs.map(exporterOf);
  const references = request.tags.map(parseImageReference);
  const image2 = imageOf(request, exporters, machine, world);
  const pushes = exporters.reduce((sum, one) => either(sum, one.push), request.push);
  const unclear = exporters.some((one) => one.kind === "unknown");
  record(world, machine, {
    kind: "build",
    at: request.at,
    references,
    image: image2,
    pushed: maybe(pushes) || unclear
  });
  if (isLoaded(request, exporters)) keep(machine, references, image2);
  whenDecided(machine, request.push, () => references.forEach((one) => void push(machine, world, one, image2)));
  for (const exporter of exporters)
    if (request.push !== true || exporter.references.length > 0)
      whenDecided(machine, exporter.push, () => exported(exporter, references, image2, machine, world));
  return image2;
}
function exported(exporter, tags, image2, machine, world) {
  for (const reference of exporter.references.length > 0 ? exporter.references : tags)
    push(machine, world, exporter.byDigest ? withDigest(reference, image2) : reference, image2);
}
function withDigest(reference, image2) {
  const at2 = placeOf(reference.text);
  return parseImageReference(concat(reference.written, spoken("@", at2), spoken(image2.digest, at2)));
}
var isLoaded = (request, exporters) => maybe(request.load) || exporters.some((one) => one.kind === "docker" || one.kind === "unknown") || request.driver === "docker" && exporters.every((one) => one.kind === "image");
function imageOf(request, exporters, machine, world) {
  const platforms = platformsOf(request, machine);
  const attestations = attestationsMade(request, exporters, machine);
  const first = request.tags[0]?.value ?? "an image";
  return {
    platforms,
    platformsAt: request.platforms.length > 0 ? placeOf(request.platforms[0]) : void 0,
    shape: shapeOf(request, attestations, machine),
    attestations,
    builder: request.builder,
    at: request.at,
    digest: newDigest(machine, world, first)
  };
}
function platformsOf(request, machine) {
  const stated2 = statedPlatforms(request, machine);
  if (stated2 && stated2.length > 1) return stated2;
  if (request.platforms.length > 0 && !stated2) return void 0;
  const own2 = stated2?.[0] ?? platformOf(machine.computer, request.driver);
  const pinned = pinnedPlatform(request.dockerfile, request.target, request.buildArguments);
  if (pinned === "none") return own2 === void 0 ? void 0 : [own2];
  if (pinned === "unknown") return stated2;
  if (stated2) return pinned === own2 ? stated2 : void 0;
  return [pinned];
}
function statedPlatforms(request, machine) {
  const variable = machine.variables.get("DOCKER_DEFAULT_PLATFORM");
  const texts2 = request.platforms.length > 0 ? request.platforms : variable?.exported ? [variable.text] : [];
  const platforms = texts2.filter((text) => text.value !== "").map((text) => normalPlatform(text.value));
  return platforms.every((one) => one !== void 0) && platforms.length > 0 ? [...new Set(platforms)] : void 0;
}
function attestationsMade(request, exporters, machine) {
  const wanted = attestationsOf(request.attestations, machine);
  if (wanted.kind === "none" || wanted.kind === "asked") return wanted;
  if (request.load === true || exporters.some((one) => one.kind === "docker")) return { kind: "none" };
  if (request.driver === "docker") return storesClassically(machine.computer) ? { kind: "none" } : { kind: "unknown" };
  return maybe(request.load) || request.driver === "unknown" ? { kind: "unknown" } : wanted;
}
function shapeOf(request, attestations, machine) {
  const classic = request.driver === "docker" && storesClassically(machine.computer);
  if (classic) return "manifest";
  if (new Set(request.platforms.map((text) => text.value)).size > 1) return "index";
  if (attestations.kind === "asked" || attestations.kind === "default") return "index";
  const single = request.platforms.length === 0 || statedPlatforms(request, machine)?.length === 1;
  return attestations.kind === "none" && single ? "manifest" : void 0;
}

// src/tools/docker/build-context.ts
var isRemote = (context) => /^(?:https?:\/\/|git:\/\/|git@|ssh:\/\/|github\.com\/)/.test(context);
function dockerfileOf(machine, directory, context, file) {
  if (holdsUnknown(`${context?.value ?? ""}${file?.value ?? ""}`)) return void 0;
  if (context && isRemote(context.value)) return void 0;
  const text = file?.value ? machine.files.read(resolvePath(directory, file.value)) : machine.files.read(resolvePath(resolvePath(directory, context?.value ?? "."), "Dockerfile"));
  return text && !holdsUnknown(text.value) ? parseDockerfile(text) : void 0;
}
function argumentsByName(texts2, machine) {
  return new Map(
    texts2.flatMap((text) => {
      const equals3 = text.value.indexOf("=");
      if (equals3 >= 0) return [[text.value.slice(0, equals3), slice(text, equals3 + 1)]];
      const variable = machine.variables.get(text.value);
      return variable ? [[text.value, variable.text]] : [];
    })
  );
}

// src/tools/docker/version.ts
function isAtLeast(version2, major, minor = 0, patch = 0) {
  if (!version2) return true;
  if (version2.major !== major) return version2.major > major;
  const [ownMinor, ownPatch] = [version2.minor ?? Number.POSITIVE_INFINITY, version2.patch ?? Number.POSITIVE_INFINITY];
  return ownMinor !== minor ? ownMinor > minor : ownPatch >= patch;
}

// src/tools/actions/docker-build-push.ts
var dockerBuildPush = action("docker/build-push-action", (call2, machine, world) => {
  record(world, machine, {
    kind: "command",
    at: call2.at,
    name: call2.uses.action,
    arguments: [],
    inputs: call2.inputs
  });
  const request = isAtLeast(call2.uses.version, 2) ? requestOf(call2, machine) : firstRequestOf(call2, machine, world);
  const image2 = build(request, machine, world);
  const digest = spoken(image2.digest, call2.at);
  return {
    outputs: /* @__PURE__ */ new Map([
      ["digest", digest],
      ["imageid", isAtLeast(call2.uses.version, 2) ? imageId(machine, image2.digest, call2) : emptyText],
      ["metadata", unknownText(machine.names, `metadata(${image2.digest})`, "the build metadata", call2.at)]
    ]),
    complete: true
  };
});
var imageId = (machine, digest, call2) => unknownText(machine.names, `image id(${digest})`, "the image id", call2.at);
function requestOf(call2, machine) {
  const list = (name, commas, quotes = true) => {
    const input = call2.input(name);
    return input ? listItems(input, { commas, quotes }) : [];
  };
  return {
    builder: call2.uses.text.value,
    driver: call2.input("builder")?.value ? "unknown" : machine.builder.driver,
    tags: list("tags", true),
    platforms: list("platforms", true),
    push: decide(call2.input("push"), false),
    load: decide(call2.input("load"), false),
    outputs: list("outputs", false, false),
    attestations: attestationsOf2(call2, list("attests", false)),
    dockerfile: dockerfileIn(call2, machine),
    target: call2.input("target"),
    buildArguments: argumentsByName(list("build-args", false), machine),
    at: call2.at
  };
}
function attestationsOf2(call2, attests) {
  const { version: version2 } = call2.uses;
  const passesNothing = !isAtLeast(version2, 3, 3);
  const stated2 = passesNothing ? void 0 : call2.input("provenance");
  return {
    provenance: stated2,
    sbom: passesNothing ? void 0 : call2.input("sbom"),
    attests: passesNothing ? [] : attests,
    byDefault: !passesFalse(version2),
    obeysEnvironment: passesNothing || isAtLeast(version2, 6, 16)
  };
}
var passesFalse = (version2) => isAtLeast(version2, 3, 3, 1) && !isAtLeast(version2, 4);
function dockerfileIn(call2, machine) {
  const context = call2.input("context");
  const git = /^\{\{\s*defaultContext\s*\}\}(?::(.*))?$/.exec(context?.value ?? "{{defaultContext}}");
  if (!git) return dockerfileOf(machine, workspacePath, context, call2.input("file"));
  const directory = `${workspacePath}/${git[1] ?? ""}`;
  return dockerfileOf(machine, directory, void 0, call2.input("file"));
}
function firstRequestOf(call2, machine, world) {
  const registry = call2.input("registry");
  const name = concat(
    registry ?? emptyText,
    spoken(registry?.value ? "/" : "", call2.at),
    call2.input("repository") ?? emptyText
  );
  if (call2.input("username"))
    logIn(machine, world, {
      registry,
      username: call2.input("username"),
      password: call2.input("password"),
      at: call2.at
    });
  const tags = [...listed(call2.input("tags")), ...tagsOfCommit(call2)];
  return {
    builder: call2.uses.text.value,
    driver: "docker",
    tags: (tags.length > 0 ? tags : [spoken("latest", call2.at)]).map((tag) => concat(name, spoken(":", call2.at), tag)),
    platforms: [],
    push: decide(call2.input("push"), true),
    load: true,
    outputs: [],
    attestations: { provenance: void 0, sbom: void 0, attests: [], byDefault: false, obeysEnvironment: false },
    dockerfile: dockerfileOf(machine, workspacePath, call2.input("path"), call2.input("dockerfile")),
    target: call2.input("target"),
    buildArguments: argumentsByName(listed(call2.input("build_args")), machine),
    at: call2.at
  };
}
var listed = (text) => text ? listItems(text, { commas: true }) : [];
function tagsOfCommit(call2) {
  const { ref, sha: sha2 } = call2.github;
  const bySha = decide(call2.input("tag_with_sha"), false) === true ? [`sha-${sha2.slice(0, 7)}`] : [];
  const byRef = decide(call2.input("tag_with_ref"), false) === true ? [tagOfRef(ref)] : [];
  return [...byRef, ...bySha].map((tag) => spoken(tag, call2.at));
}
function tagOfRef(ref) {
  if (ref === "refs/heads/master") return "latest";
  return ref.replace(/^refs\/(?:heads|tags)\//, "").replace(/^refs\/pull\//, "pr-").replaceAll("/", "-");
}

// src/tools/actions/docker-login.ts
var dockerLogin = action("docker/login-action", (call2, machine, world) => {
  const list = call2.input("registry-auth");
  const entries = list?.value ? parseYaml(list)[0]?.root : void 0;
  if (entries?.kind === "list") {
    for (const entry of entries.items)
      logIn(machine, world, {
        registry: textOf(entry, "registry"),
        username: textOf(entry, "username"),
        password: textOf(entry, "password"),
        at: call2.at
      });
  } else
    logIn(machine, world, {
      registry: call2.input("registry"),
      username: call2.input("username"),
      password: call2.input("password"),
      at: call2.at
    });
  return noOutputs;
});

// src/tools/actions/docker-setup-buildx.ts
var dockerSetupBuildx = action("docker/setup-buildx-action", (call2, machine) => {
  const driver = driverOf(call2);
  const uses = decide(call2.input("use"), true);
  if (uses !== false) machine.builder = { driver: uses === true ? driver : "unknown", at: call2.at };
  return { outputs: /* @__PURE__ */ new Map([["driver", spoken(driver, call2.at)]]), complete: false };
});
var drivers = ["docker", "docker-container", "kubernetes", "remote", "cloud"];
function driverOf(call2) {
  const written2 = call2.input("driver")?.value.trim() || "docker-container";
  const endpoint = call2.input("endpoint")?.value ?? "";
  if (call2.input("append")?.value || holdsUnknown(endpoint)) return "unknown";
  if (written2 === "docker-container" && /:\/\//.test(endpoint) && !endpoint.startsWith("unix://")) return "remote";
  return drivers.find((one) => one === written2) ?? "unknown";
}

// src/tools/actions/docker-setup-qemu.ts
var dockerSetupQemu = action("docker/setup-qemu-action", () => ({ outputs: /* @__PURE__ */ new Map(), complete: false }));

// src/tools/actions/index.ts
var actions = [
  actionsCheckout,
  dockerBuildPush,
  dockerLogin,
  dockerSetupBuildx,
  dockerSetupQemu
];

// src/tools/docker/options.ts
function readOptions(args, syntax7) {
  const options2 = [];
  const operands = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index];
    if (word.value === "--") return { options: options2, operands: [...operands, ...args.slice(index + 1)] };
    if (!/^-./.test(word.value)) {
      if (syntax7.operandEnds) return { options: options2, operands: args.slice(index) };
      operands.push(word);
    } else {
      const found = word.value.startsWith("--") ? longOption(word) : shortOptions(word, syntax7);
      const last = found.at(-1);
      if (last && last.value === void 0 && syntax7.valued.includes(last.name)) {
        index += 1;
        found[found.length - 1] = { ...last, value: args[index] };
      }
      options2.push(...found);
    }
  }
  return { options: options2, operands };
}
function longOption(word) {
  const equals3 = word.value.indexOf("=");
  if (equals3 < 0) return [{ name: word.value.slice(2), value: void 0, text: word }];
  return [{ name: word.value.slice(2, equals3), value: slice(word, equals3 + 1), text: word }];
}
function shortOptions(word, syntax7) {
  const found = [];
  for (let index = 1; index < word.value.length; index += 1) {
    const letter = word.value[index];
    const name = syntax7.letters[letter] ?? letter;
    const rest = slice(word, index + 1);
    if (syntax7.valued.includes(name) && rest.value !== "") {
      found.push({ name, value: rest.value.startsWith("=") ? slice(rest, 1) : rest, text: word });
      return found;
    }
    found.push({ name, value: void 0, text: word });
  }
  return found;
}
var optionValues = (line, name) => line.options.flatMap((option) => option.name === name && option.value ? [option.value] : []);
var optionValue = (line, name) => optionValues(line, name).at(-1);
var optionOf = (line, name) => line.options.findLast((option) => option.name === name);

// src/tools/docker/build-command.ts
var syntax = {
  valued: [
    ...["add-host", "allow", "annotation", "attest", "build-arg", "build-context", "builder", "cache-from", "cache-to"],
    ...["call", "cgroup-parent", "cpu-period", "cpu-quota", "cpu-shares", "cpuset-cpus", "cpuset-mems", "file"],
    ...["iidfile", "isolation", "label", "memory", "memory-swap", "metadata-file", "network", "no-cache-filter"],
    ...[
      "output",
      "platform",
      "policy",
      "progress",
      "provenance",
      "sbom",
      "secret",
      "security-opt",
      "shm-size",
      "ssh",
      "tag"
    ],
    ...["target", "ulimit", "format", "manifest", "authfile", "arch", "os", "layers-from", "volume", "jobs", "creds"]
  ],
  letters: { t: "tag", f: "file", o: "output", q: "quiet", m: "memory", c: "cpu-shares", D: "debug", v: "volume" }
};
function runBuild(call2, args, machine, world, by) {
  const line = readOptions(args, syntax);
  const name = [call2.name.value, ...by === "buildx" ? ["buildx"] : [], "build"].join(" ");
  record(world, machine, { kind: "command", at: call2.at, name, arguments: args, inputs: /* @__PURE__ */ new Map() });
  const attests = call2.name.value === "docker";
  const image2 = build(
    {
      builder: name,
      driver: attests ? driverOf2(line, machine, by) : "docker",
      tags: [...optionValues(line, "tag"), ...optionValues(line, "manifest")],
      platforms: optionValues(line, "platform").flatMap((text) => listItems(text, { commas: true })),
      push: attests ? switched(line, "push") : false,
      load: attests ? switched(line, "load") : true,
      outputs: attests ? optionValues(line, "output") : [],
      attestations: {
        provenance: optionValue(line, "provenance"),
        sbom: optionValue(line, "sbom"),
        attests: optionValues(line, "attest"),
        byDefault: attests,
        obeysEnvironment: true
      },
      dockerfile: dockerfile(call2, line, machine),
      target: optionValue(line, "target"),
      buildArguments: argumentsByName(optionValues(line, "build-arg"), machine),
      at: call2.at
    },
    machine,
    world
  );
  const quiet = optionOf(line, "quiet");
  const id = unknownText(machine.names, `image id(${image2.digest})`, "the image id", call2.at);
  return { status: 0, stdout: quiet ? id : emptyText };
}
function driverOf2(line, machine, by) {
  const named = optionValue(line, "builder") ?? machine.variables.get("BUILDX_BUILDER")?.text;
  if (named?.value) return named.value === "default" ? "docker" : "unknown";
  return by === "buildx" ? machine.builder.driver : "docker";
}
function switched(line, name) {
  const option = optionOf(line, name);
  if (!option) return false;
  if (!option.value) return true;
  return holdsUnknown(option.value.value) ? { condition: option.value.value } : goBoolean(option.value.value) === true;
}
function dockerfile(call2, line, machine) {
  const context = line.operands[0];
  const file = optionValue(line, "file");
  if (file?.value === "-" || context?.value === "-" && !file)
    return call2.stdin.value === "" || holdsUnknown(call2.stdin.value) ? void 0 : parseDockerfile(call2.stdin);
  return dockerfileOf(machine, machine.directory, context, file);
}

// src/tools/docker/builder-command.ts
var syntax2 = {
  valued: [
    "bootstrap-timeout",
    "buildkitd-config",
    "config",
    "buildkitd-flags",
    "driver",
    "driver-opt",
    "name",
    "node",
    "platform",
    "builder"
  ],
  letters: {}
};
function runBuilder(call2, args, machine, _world) {
  const line = readOptions(args, syntax2);
  const verb = call2.args.find((word) => ["create", "use", "rm", "install", "uninstall"].includes(word.value))?.value;
  if (verb === "create") {
    if (optionOf(line, "use")) machine.builder = { driver: driverOf3(line), at: call2.at };
    const name = optionValue(line, "name");
    return {
      status: 0,
      stdout: name ?? unknownText(machine.names, `builder ${call2.at.start}`, "the name of a builder", call2.at)
    };
  }
  if (verb === "use") machine.builder = { driver: used(line, machine), at: call2.at };
  if (verb === "rm") machine.builder = { driver: "docker", at: void 0 };
  return { status: 0, stdout: emptyText };
}
var used = (line, machine) => line.operands[0]?.value === "default" ? "docker" : machine.builder.driver === "docker" ? "unknown" : machine.builder.driver;
function driverOf3(line) {
  const driver = optionValue(line, "driver")?.value ?? "docker-container";
  if (line.operands.length > 0 || optionOf(line, "append") || optionValue(line, "platform")) return "unknown";
  return driver === "docker-container" || driver === "kubernetes" || driver === "remote" || driver === "cloud" ? driver : "unknown";
}

// src/documents/compose.ts
function parseCompose(text) {
  const root = parseYaml(text)[0]?.root;
  return {
    services: entriesOf(root, "services").map(({ key, value: value3 }) => ({
      name: key.text,
      image: textOf(value3, "image"),
      platform: textOf(value3, "platform"),
      build: buildOf(at(value3, "build"))
    }))
  };
}
function buildOf(node) {
  if (!node) return void 0;
  if (node.kind === "scalar")
    return { context: node.text, dockerfile: void 0, target: void 0, platforms: [], tags: [], arguments: [] };
  return {
    context: textOf(node, "context"),
    dockerfile: textOf(node, "dockerfile"),
    target: textOf(node, "target"),
    platforms: scalarsOf2(node, "platforms"),
    tags: scalarsOf2(node, "tags"),
    arguments: entriesOf(node, "args").flatMap(
      ({ key, value: value3 }) => value3?.kind === "scalar" ? [[key.text.value, value3.text]] : []
    )
  };
}
var scalarsOf2 = (node, key) => itemsOf(node, key).flatMap((item2) => item2.kind === "scalar" ? [item2.text] : []);

// src/tools/docker/compose-command.ts
var globalSyntax = {
  valued: ["ansi", "env-file", "file", "parallel", "profile", "progress", "project-directory", "project-name"],
  letters: { f: "file", p: "project-name" },
  operandEnds: true
};
var syntax3 = {
  valued: ["build-arg", "builder", "memory", "ssh", "progress"],
  letters: { m: "memory", q: "quiet", d: "detach" }
};
function runCompose(call2, args, machine, world) {
  const global = readOptions(args, globalSyntax);
  const [verb, ...rest] = global.operands;
  const directory = resolvePath(machine.directory, optionValue(global, "project-directory")?.value ?? ".");
  const services = servicesIn(optionValues(global, "file"), directory, machine);
  const line = readOptions(rest, syntax3);
  const names2 = line.operands.map((word) => word.value);
  const chosen2 = services.filter((one) => one.build && (names2.length === 0 || names2.includes(one.name.value)));
  if (verb?.value === "build" || optionOf(line, "build"))
    for (const service of chosen2)
      buildService(service, directory, call2, machine, world, optionOf(line, "push") !== void 0);
  else if (verb?.value === "push") for (const service of chosen2) pushService(service, call2, machine, world);
  else if (verb?.value === "config") notModelled(world, `${call2.name.value} compose config`);
  return { status: services.length > 0 ? 0 : "unknown", stdout: emptyText };
}
var defaultFiles = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
function servicesIn(files, directory, machine) {
  const found = defaultFiles.find((name) => machine.files.read(resolvePath(directory, name)));
  const paths = files.length > 0 ? files.map((file) => resolvePath(machine.directory, file.value)) : found ? [resolvePath(directory, found)] : [];
  const merged2 = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const text = machine.files.read(path);
    for (const service of text ? parseCompose(text).services : []) {
      const before2 = merged2.get(service.name.value);
      merged2.set(service.name.value, {
        ...service,
        image: service.image ?? before2?.image,
        platform: service.platform ?? before2?.platform,
        build: service.build ?? before2?.build
      });
    }
  }
  return [...merged2.values()];
}
function valueIn(text, machine) {
  const value3 = expanded(text, (name) => machine.variables.get(name)?.text);
  return value3 ?? obscured(machine.names, "compose", text);
}
var namesOf = (service, machine) => [
  ...service.image ? [valueIn(service.image, machine)] : [],
  ...(service.build?.tags ?? []).map((tag) => valueIn(tag, machine))
];
function buildService(service, directory, call2, machine, world, pushes) {
  if (!service.build) return;
  const { build: settings } = service;
  const context = settings.context ? valueIn(settings.context, machine) : void 0;
  const file = settings.dockerfile && context ? concat(context, spoken("/", placeOf(context)), settings.dockerfile) : settings.dockerfile;
  build(
    {
      builder: `${call2.name.value} compose build`,
      driver: machine.builder.driver,
      tags: namesOf(service, machine),
      platforms: settings.platforms.length > 0 ? settings.platforms : service.platform ? [service.platform] : [],
      push: pushes,
      load: !pushes,
      outputs: [],
      attestations: { provenance: void 0, sbom: void 0, attests: [], byDefault: true, obeysEnvironment: true },
      dockerfile: dockerfileOf(machine, directory, context, file),
      target: settings.target,
      buildArguments: new Map(settings.arguments),
      at: call2.at
    },
    machine,
    world
  );
}
function pushService(service, call2, machine, world) {
  for (const name of namesOf(service, machine)) {
    const reference = parseImageReference(name);
    const image2 = imageNamed(machine, world, reference) ?? imageFromNowhere(machine, world, `${call2.name.value} compose push`, call2.at);
    push(machine, world, reference, image2);
  }
}

// src/tools/docker/manifest-command.ts
var syntax4 = {
  valued: ["arch", "os", "os-features", "os-version", "variant", "format", "authfile", "annotation"],
  letters: { a: "amend", p: "purge", f: "format" }
};
function runManifest(call2, args, machine, world) {
  const verb = call2.args.find((word) => ["create", "add", "push", "annotate"].includes(word.value))?.value;
  const [list, ...rest] = readOptions(args, syntax4).operands;
  if (!list) return { status: 1, stdout: emptyText };
  record(world, machine, {
    kind: "command",
    at: call2.at,
    name: `${call2.name.value} manifest ${verb}`,
    arguments: args,
    inputs: /* @__PURE__ */ new Map()
  });
  const reference = parseImageReference(list);
  if (verb === "create" || verb === "add")
    keep(machine, [reference], indexOf(list, rest.map(parseImageReference), call2, machine, world));
  if (verb === "push") {
    const image2 = imageNamed(machine, world, reference) ?? imageFromNowhere(machine, world, `${call2.name.value} manifest push`, call2.at);
    push(machine, world, parseImageReference(rest[0] ?? list), image2);
  }
  return { status: 0, stdout: emptyText };
}
function indexOf(name, members, call2, machine, world) {
  const platforms = members.map((member) => imageNamed(machine, world, member)?.platforms);
  const known2 = platforms.length > 0 && platforms.every((one) => one !== void 0);
  return {
    platforms: known2 ? [...new Set(platforms.flatMap((one) => one ?? []))] : void 0,
    platformsAt: members[0] ? placeOf(members[0].text) : void 0,
    shape: "index",
    attestations: { kind: "unknown" },
    builder: [call2.name.value, ...call2.args.slice(0, 2).map((word) => word.value)].join(" "),
    at: call2.at,
    digest: newDigest(machine, world, name.value)
  };
}

// src/tools/docker/imagetools-command.ts
var syntax5 = {
  valued: ["annotation", "append-file", "builder", "file", "platform", "progress", "tag", "metadata-file", "format"],
  letters: { t: "tag", f: "file", D: "debug" }
};
function runImagetools(call2, args, machine, world) {
  const [verb, ...rest] = args;
  const line = readOptions(rest, syntax5);
  if (verb?.value === "inspect") {
    const what = line.operands[0]?.value ?? "";
    return {
      status: "unknown",
      stdout: unknownText(machine.names, `inspect(${what})`, "what the registry says", call2.at)
    };
  }
  if (verb?.value !== "create" || optionOf(line, "dry-run")) return { status: 0, stdout: emptyText };
  const sources = line.operands.map(parseImageReference);
  const only = sources.length === 1 && sources[0] ? imageNamed(machine, world, sources[0]) : void 0;
  const tags = optionValues(line, "tag");
  if (tags[0]) {
    const made2 = only ?? indexOf(tags[0], sources, call2, machine, world);
    const image2 = sources.length > 1 || only ? made2 : { ...made2, shape: void 0 };
    for (const tag of tags) push(machine, world, parseImageReference(tag), image2);
  }
  return { status: 0, stdout: emptyText };
}

// src/tools/docker/login-command.ts
var syntax6 = {
  valued: ["username", "password", "authfile", "cert-dir"],
  letters: { u: "username", p: "password", v: "verbose" }
};
function runLogin(call2, args, machine, world) {
  const line = readOptions(args, syntax6);
  logIn(machine, world, {
    registry: line.operands[0],
    username: optionValue(line, "username"),
    password: optionOf(line, "password-stdin") ? trim(call2.stdin) : optionValue(line, "password"),
    at: call2.at
  });
  return { status: 0, stdout: emptyText };
}
function runLogout(call2, args, machine, _world) {
  logOut(machine, readOptions(args, syntax6).operands[0], call2.at);
  return { status: 0, stdout: emptyText };
}

// src/tools/docker/push-command.ts
var done = { status: 0, stdout: emptyText };
function runTag(call2, args, machine, world) {
  const [source, ...targets] = readOptions(args, { valued: [], letters: {} }).operands;
  if (!source || targets.length === 0) return { status: 1, stdout: emptyText };
  const image2 = imageIn(source, call2, machine, world);
  keep(machine, targets.map(parseImageReference), image2);
  return done;
}
var imageIn = (name, call2, machine, world) => imageNamed(machine, world, parseImageReference(name)) ?? imageFromNowhere(machine, world, call2.name.value, call2.at);
var pushSyntax = {
  valued: ["platform", "authfile", "creds", "digestfile", "format", "compression-format", "cert-dir", "sign-by"],
  letters: { a: "all-tags", q: "quiet", f: "format" }
};
function runPush(call2, args, machine, world) {
  const line = readOptions(args, pushSyntax);
  const [name, destination] = line.operands;
  if (!name) return { status: 1, stdout: emptyText };
  if (optionOf(line, "all-tags")) return pushAll(name, machine, world);
  const image2 = imageIn(name, call2, machine, world);
  push(machine, world, parseImageReference(withoutTransport(destination ?? name)), image2);
  return done;
}
function withoutTransport(text) {
  const transport = "docker://";
  return text.value.startsWith(transport) ? slice(text, transport.length) : text;
}
function pushAll(name, machine, world) {
  const wanted = parseImageReference(name);
  for (const [local, image2] of machine.images) {
    const tagAt = local.lastIndexOf(":");
    if (compare(local.slice(0, tagAt), wanted.name) !== "same") continue;
    const at2 = name.pieces[0]?.at;
    if (!at2) continue;
    const reference = parseImageReference(concat(wanted.written, spoken(local.slice(tagAt), at2)));
    push(machine, world, reference, image2);
  }
  return done;
}
function runPull(call2, args, machine, world) {
  const line = readOptions(args, { valued: ["platform"], letters: { a: "all-tags", q: "quiet" } });
  for (const name of line.operands) {
    const reference = parseImageReference(name);
    if (!machine.images.has(localName(reference))) keep(machine, [reference], imageIn(name, call2, machine, world));
  }
  return done;
}

// src/tools/commands/docker.ts
var docker = command(["docker", "podman", "nerdctl"], (call2, machine, world) => {
  const { operands } = readOptions(call2.args, globalOptions);
  return run(call2, operands, machine, world, subcommands, call2.name.value);
});
var globalOptions = {
  valued: ["config", "context", "host", "log-level", "tlscacert", "tlscert", "tlskey", "namespace", "address"],
  letters: { c: "context", H: "host", l: "log-level", D: "debug", n: "namespace", a: "address" },
  operandEnds: true
};
var buildx = {
  build: (call2, args, machine, world) => runBuild(call2, args, machine, world, "buildx"),
  b: (call2, args, machine, world) => runBuild(call2, args, machine, world, "buildx"),
  create: runBuilder,
  use: runBuilder,
  rm: runBuilder,
  install: runBuilder,
  uninstall: runBuilder,
  imagetools: runImagetools
};
var image = {
  build: (call2, args, machine, world) => runBuild(call2, args, machine, world, "docker"),
  tag: runTag,
  push: runPush,
  pull: runPull
};
var subcommands = {
  ...image,
  image,
  builder: { build: (call2, args, machine, world) => runBuild(call2, args, machine, world, "docker") },
  buildx,
  login: runLogin,
  logout: runLogout,
  manifest: {
    create: runManifest,
    add: runManifest,
    push: runManifest,
    annotate: runManifest
  },
  compose: runCompose
};
function run(call2, args, machine, world, table, path) {
  const [word, ...rest] = args;
  const found = word && Object.hasOwn(table, word.value) ? table[word.value] : void 0;
  if (typeof found === "function") return found(call2, rest, machine, world);
  if (found) return run(call2, rest, machine, world, found, `${path} ${word?.value}`);
  if (!word) return { status: 0, stdout: emptyText };
  if (!harmless.has(word.value)) notModelled(world, `${path} ${word.value}`);
  const asked2 = `${path}(${args.map((one) => one.value).join(" ")})`;
  return {
    status: "unknown",
    stdout: usedAt(unknownText(machine.names, asked2, `output of ${path} ${word.value}`, call2.at), call2.at)
  };
}
var harmless = new Set(
  "attach container context cp diff events exec export history images info inspect kill load logs ls network node pause plugin port prune ps rename restart rm rmi run save scan scout search secret service stack start stats stop swarm system top trust unpause update version volume wait".split(
    " "
  )
);

// src/tools/commands/index.ts
var commands = [
  docker
];

// src/rehearsal/expression/value.ts
var nullValue = { kind: "null" };
var booleanValue = (value3) => ({ kind: "boolean", value: value3 });
var numberValue = (value3) => ({ kind: "number", value: value3 });
var stringValue = (text) => ({ kind: "string", text });
var arrayValue = (items) => ({ kind: "array", items });
function objectValue(entries, open = false) {
  const byName = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const name = entry[0].toLowerCase();
    if (!byName.has(name)) byName.set(name, entry);
  }
  return {
    kind: "object",
    get: (name) => byName.get(name.toLowerCase())?.[1],
    entries: () => [...byName.values()],
    open
  };
}
function textOfValue(value3, at2) {
  switch (value3.kind) {
    case "null":
      return emptyText;
    case "boolean":
      return spoken(String(value3.value), at2);
    case "number":
      return spoken(numberText(value3.value), at2);
    case "array":
      return spoken("Array", at2);
    case "object":
      return spoken("Object", at2);
    default:
      return value3.text;
  }
}
var numberText = (value3) => value3 === 0 ? "0" : String(+value3.toFixed(15));
var numberOf = (value3) => /^\s*[-+]?0b/i.test(value3) ? Number.NaN : Number(value3);
var identities = /* @__PURE__ */ new WeakMap();
var identitiesGiven = 0;
function identityOf(value3) {
  const known2 = identities.get(value3);
  if (known2 !== void 0) return known2;
  identitiesGiven += 1;
  identities.set(value3, identitiesGiven);
  return identitiesGiven;
}
var longestKey = 4e3;
function keyOf(value3, fold = false) {
  const written2 = write(value3, fold, { left: longestKey });
  return written2 ?? `#${identityOf(value3)}`;
}
function write(value3, fold, budget) {
  budget.left -= 1;
  if (budget.left < 0) return void 0;
  switch (value3.kind) {
    case "null":
      return "null";
    case "boolean":
    case "number":
      return String(value3.value);
    case "unknown":
      return value3.text.value;
    case "string":
      budget.left -= value3.text.value.length;
      if (budget.left < 0) return void 0;
      return `'${(fold ? value3.text.value.toLowerCase() : value3.text.value).replaceAll("'", "''")}'`;
    case "array": {
      const items = value3.items.map((item2) => write(item2, fold, budget));
      return items.includes(void 0) ? void 0 : `[${items.join(", ")}]${value3.filtered ? "*" : ""}`;
    }
    case "object": {
      if (value3.open) return void 0;
      const entries = value3.entries().map(([name, item2]) => {
        const written2 = write(item2, fold, budget);
        return written2 === void 0 ? void 0 : `${JSON.stringify(name)}: ${written2}`;
      });
      return entries.includes(void 0) ? void 0 : `{${entries.join(", ")}}`;
    }
  }
}
var isNoKey = (key) => key.includes(equalToNothing);

// src/rehearsal/contexts.ts
var said = (value3) => stringValue(spoken(value3, nowhere));
function unknownValue(names2, key, label = key) {
  return { kind: "unknown", text: spoken(unknown(names2, key, label), nowhere) };
}
function openValue(names2, key, label, known2 = []) {
  const list = [...known2];
  const lower = new Map(list.map(([name, value3]) => [name.toLowerCase(), value3]));
  const get = (name) => lower.get(name.toLowerCase()) ?? unknownValue(names2, `${key}.${name.toLowerCase()}`, `${label}.${name}`);
  return { kind: "object", get, entries: () => list, open: true };
}
var textsValue = (entries) => objectValue([...entries].map(([name, text]) => [name, stringValue(text)]));
var githubTokenKey = "secrets.GITHUB_TOKEN";
function githubContext(stage, event, workflow, eventInputs) {
  const { names: names2 } = stage;
  const { occasion } = event;
  const repository = stage.world.facts.repository;
  const refName = occasion.ref.replace(/^refs\/(?:heads|tags|pull)\//, "");
  const pull = event.pullRequest;
  const at2 = `${occasion.event}#${occasion.commit}`;
  const known2 = [
    ["sha", said(occasion.sha)],
    ["ref", said(occasion.ref)],
    ["ref_name", said(refName)],
    ["ref_type", said(occasion.ref.startsWith("refs/tags/") ? "tag" : "branch")],
    ["event_name", said(occasion.event === "by-hand" ? "push" : occasion.event)],
    ["event", eventPayload(stage, event, eventInputs)],
    ["repository", repository ? said(repository) : unknownValue(names2, "github.repository")],
    [
      "repository_owner",
      repository ? said(repository.split("/")[0] ?? "") : unknownValue(names2, "github.repository_owner")
    ],
    ["token", unknownValue(names2, githubTokenKey)],
    ["workflow", workflow.name ? stringValue(workflow.name) : said(workflow.path)],
    ["run_id", said(runNumber(stage, event, workflow, "github.run_id", 91e8))],
    ["run_number", said(runNumber(stage, event, workflow, "github.run_number", 48e3))],
    ["server_url", said("https://github.com")],
    ["api_url", said("https://api.github.com")],
    ["workspace", said("/github/workspace")],
    ["head_ref", said(pull?.headRef ?? "")],
    ["base_ref", said(pull?.baseRef ?? "")]
  ];
  return openValue(names2, `github(${at2})`, "github", known2);
}
function runNumber(stage, event, workflow, label, base) {
  const paths = [...stage.workflows.keys()];
  const value3 = String(
    base + 131 * (paths.indexOf(workflow.path) + 1) + 17 * event.occasion.commit + event.occasion.event.length
  );
  if (!stage.names.standIns.some((standIn) => standIn.value === value3)) {
    stage.names.standIns.push({ value: value3, label, pattern: "\\d+", cuttable: false });
  }
  return value3;
}
function eventPayload(stage, event, inputs) {
  const { names: names2 } = stage;
  const { occasion } = event;
  const key = `github.event(${occasion.event}#${occasion.commit})`;
  const branch = stage.world.facts.defaultBranch;
  const repository = [
    ...branch ? [["default_branch", said(branch)]] : [],
    ...stage.world.facts.repository ? [
      ["full_name", said(stage.world.facts.repository)],
      ["name", said(stage.world.facts.repository.split("/")[1] ?? "")]
    ] : []
  ];
  const known2 = [
    [
      "repository",
      openValue(
        names2,
        "github.event.repository",
        "github.event.repository",
        repository.map(([name, value3]) => [name, value3])
      )
    ]
  ];
  if (inputs.kind !== "null") known2.push(["inputs", inputs]);
  if (occasion.event === "push") {
    known2.push(["ref", said(occasion.ref)], ["after", said(occasion.sha)]);
    known2.push([
      "head_commit",
      openValue(names2, `${key}.head_commit`, "github.event.head_commit", [["id", said(occasion.sha)]])
    ]);
  }
  if (occasion.event === "release" && event.release) {
    known2.push([
      "release",
      openValue(names2, `${key}.release`, "github.event.release", [["tag_name", stringValue(event.release)]])
    ]);
  }
  const pull = event.pullRequest;
  if (pull) {
    known2.push(["number", said(pull.number)]);
    const head = openValue(names2, `${key}.head`, "github.event.pull_request.head", [
      ["sha", said(pull.headSha)],
      ["ref", said(pull.headRef)]
    ]);
    const base = openValue(names2, `${key}.base`, "github.event.pull_request.base", [["ref", said(pull.baseRef)]]);
    known2.push([
      "pull_request",
      openValue(names2, `${key}.pull_request`, "github.event.pull_request", [
        ["number", said(pull.number)],
        ["head", head],
        ["base", base]
      ])
    ]);
  }
  if (occasion.event === "workflow_run") {
    const run2 = [
      ["head_sha", said(occasion.sha)],
      ["head_branch", said(occasion.ref.replace(/^refs\/(?:heads|tags)\//, ""))],
      ["conclusion", said("success")],
      ["event", said("push")]
    ];
    known2.push(["workflow_run", openValue(names2, `${key}.workflow_run`, "github.event.workflow_run", run2)]);
  }
  return openValue(names2, key, "github.event", known2);
}
function secretsContext(names2, environment, given) {
  const token = ["GITHUB_TOKEN", unknownValue(names2, githubTokenKey)];
  if (given !== "all") return objectValue([...given, token]);
  return openValue(names2, `secrets@${environment}`, "secrets", [token]);
}
var varsContext = (names2, environment) => openValue(names2, `vars@${environment}`, "vars");
function needsContext(names2, needs, failed2) {
  return objectValue(
    [...needs].map(([id, job]) => {
      const outputs = [...job.outputs].map(([name, text]) => [name, stringValue(text)]);
      const known2 = job.open ? openValue(names2, `needs.${id}.outputs`, `needs.${id}.outputs`, outputs) : objectValue(outputs);
      return [
        id,
        objectValue([
          ["outputs", known2],
          ["result", said(failed2 === id ? "failure" : job.result)]
        ])
      ];
    })
  );
}
function stepsContext(names2, key, steps, when) {
  return objectValue(
    [...steps].map(([id, step]) => {
      const certain = seenUnder(when, step.when) === "certain";
      const outputs = certain ? [...step.outputs].map(([name, text]) => [name, stringValue(text)]) : [];
      const known2 = step.open || !certain ? openValue(names2, `${key}.steps.${id}.outputs`, `steps.${id}.outputs`, outputs) : objectValue(outputs);
      return [
        id,
        objectValue([
          ["outputs", known2],
          ["outcome", said(step.outcome)],
          ["conclusion", said(step.outcome)]
        ])
      ];
    })
  );
}
var envContext = (machine, overlay) => objectValue(
  [
    ...[...machine.variables].filter(([, variable]) => variable.exported).map(([name, variable]) => [name, variable.text]),
    ...overlay
  ].map(([name, text]) => [name, stringValue(text)])
);
function runnerContext(names2, machine) {
  const os = { linux: "Linux", windows: "Windows", macos: "macOS" }[machine?.computer.os ?? "linux"];
  const arch = { amd64: "X64", arm64: "ARM64" }[machine?.computer.architecture ?? "amd64"];
  const known2 = [["temp", said("/github/runner_temp")]];
  if (machine?.computer.os) known2.push(["os", said(os)]);
  if (machine?.computer.architecture) known2.push(["arch", said(arch)]);
  return openValue(names2, "runner", "runner", known2);
}
function scopeOf(names2, contexts, succeeded, failed2 = false) {
  return {
    names: names2,
    context: (name) => contexts.get(name.toLowerCase()),
    status: {
      success: () => booleanValue(succeeded && !failed2),
      failure: () => booleanValue(failed2),
      cancelled: () => booleanValue(false),
      always: () => booleanValue(true)
    },
    hashFiles: (patterns) => unknownValue(names2, `hashFiles(${patterns.map((pattern) => pattern.value).join()})`, "hashFiles(…)")
  };
}

// node_modules/re2js/build/index.js
var RE2Flags = class RE2Flags2 {
  static FOLD_CASE = 1;
  static LITERAL = 2;
  static CLASS_NL = 4;
  static DOT_NL = 8;
  static ONE_LINE = 16;
  static NON_GREEDY = 32;
  static PERL_X = 64;
  static UNICODE_GROUPS = 128;
  static WAS_DOLLAR = 256;
  static LOOKBEHIND = 512;
  static MATCH_NL = RE2Flags2.CLASS_NL | RE2Flags2.DOT_NL;
  static PERL = RE2Flags2.CLASS_NL | RE2Flags2.ONE_LINE | RE2Flags2.PERL_X | RE2Flags2.UNICODE_GROUPS;
  static POSIX = 0;
  static UNANCHORED = 0;
  static ANCHOR_START = 1;
  static ANCHOR_BOTH = 2;
};
var PublicFlags = {
  CASE_INSENSITIVE: 1,
  DOTALL: 2,
  MULTILINE: 4,
  DISABLE_UNICODE_GROUPS: 8,
  LONGEST_MATCH: 16,
  LOOKBEHINDS: 512
};
var ASCII_SIZE = 128;
var ASCII_TO_UPPER = new Int32Array(ASCII_SIZE);
var ASCII_TO_LOWER = new Int32Array(ASCII_SIZE);
var MAX_BMP = 65535;
for (let i = 0; i < ASCII_SIZE; i++) {
  if (i >= 97 && i <= 122) ASCII_TO_UPPER[i] = i - 32;
  else ASCII_TO_UPPER[i] = i;
  if (i >= 65 && i <= 90) ASCII_TO_LOWER[i] = i + 32;
  else ASCII_TO_LOWER[i] = i;
}
var Codepoint = class {
  static CODES = Object.freeze({
    "\x07": 7,
    "\b": 8,
    "	": 9,
    "\n": 10,
    "\v": 11,
    "\f": 12,
    "\r": 13,
    " ": 32,
    '"': 34,
    $: 36,
    "&": 38,
    "'": 39,
    "(": 40,
    ")": 41,
    "*": 42,
    "+": 43,
    "-": 45,
    ".": 46,
    0: 48,
    1: 49,
    2: 50,
    3: 51,
    4: 52,
    5: 53,
    6: 54,
    7: 55,
    8: 56,
    9: 57,
    ":": 58,
    "<": 60,
    ">": 62,
    "?": 63,
    A: 65,
    B: 66,
    C: 67,
    F: 70,
    P: 80,
    Q: 81,
    U: 85,
    Z: 90,
    "[": 91,
    "\\": 92,
    "]": 93,
    "^": 94,
    _: 95,
    "`": 96,
    a: 97,
    b: 98,
    f: 102,
    i: 105,
    m: 109,
    n: 110,
    r: 114,
    s: 115,
    t: 116,
    v: 118,
    x: 120,
    z: 122,
    "{": 123,
    "|": 124,
    "}": 125
  });
  static toUpperCase(codepoint) {
    if (codepoint < ASCII_SIZE) return ASCII_TO_UPPER[codepoint];
    const s = String.fromCodePoint(codepoint).toUpperCase();
    const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
    if (s.length > expectedLen) return codepoint;
    const sOrigin = String.fromCodePoint(s.codePointAt(0)).toLowerCase();
    const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
    if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
    return s.codePointAt(0);
  }
  static toLowerCase(codepoint) {
    if (codepoint < ASCII_SIZE) return ASCII_TO_LOWER[codepoint];
    const s = String.fromCodePoint(codepoint).toLowerCase();
    const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
    if (s.length > expectedLen) return codepoint;
    const sOrigin = String.fromCodePoint(s.codePointAt(0)).toUpperCase();
    const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
    if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
    return s.codePointAt(0);
  }
};
var UnicodeRangeTable = class {
  /**
  * @param {Uint32Array | number[]} data
  * @param {boolean} isStride1
  */
  constructor(data2, isStride1 = false) {
    this.data = data2;
    this.isStride1 = isStride1;
    this.SIZE = isStride1 ? 2 : 3;
  }
  getLo(index) {
    return this.data[index * this.SIZE];
  }
  getHi(index) {
    return this.data[index * this.SIZE + 1];
  }
  getStride(index) {
    return this.isStride1 ? 1 : this.data[index * this.SIZE + 2];
  }
  get length() {
    return this.data.length / this.SIZE;
  }
};
var B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
var B64_MAP = /* @__PURE__ */ new Uint8Array(256);
for (let i = 0; i < 64; i++) B64_MAP[B64.charCodeAt(i)] = i;
var decodeVLQ = (str) => {
  const res = [];
  let value3 = 0;
  let shift = 0;
  for (let i = 0; i < str.length; i++) {
    const digit = B64_MAP[str.charCodeAt(i)];
    value3 |= (digit & 31) << shift;
    if ((digit & 32) === 0) {
      res.push(value3);
      value3 = 0;
      shift = 0;
    } else shift += 5;
  }
  return res;
};
var decodeRanges = (str, isStride1) => {
  const res = decodeVLQ(str);
  const numRanges = isStride1 ? res.length / 2 : res.length / 3;
  const out = new Uint32Array(numRanges * 3);
  let current = 0;
  let resIdx = 0;
  for (let i = 0; i < numRanges; i++) {
    current += res[resIdx++];
    out[i * 3] = current;
    current += res[resIdx++];
    out[i * 3 + 1] = current;
    out[i * 3 + 2] = isStride1 ? 1 : res[resIdx++];
  }
  return out;
};
var decodeOrbit = (str) => {
  const res = decodeVLQ(str);
  const map = /* @__PURE__ */ new Map();
  let currentKey = 0;
  for (let i = 0; i < res.length; i += 2) {
    currentKey += res[i];
    const zz = res[i + 1];
    const delta = zz >>> 1 ^ -(zz & 1);
    map.set(currentKey, currentKey + delta);
  }
  return map;
};
var LazyMap = class {
  constructor(initializer) {
    this.initializer = initializer;
    this.cache = /* @__PURE__ */ new Map();
  }
  has(key) {
    return Object.hasOwn(this.initializer, key);
  }
  get(key) {
    if (this.cache.has(key)) return this.cache.get(key);
    const val = this.has(key) ? this.initializer[key]() : null;
    this.cache.set(key, val);
    return val;
  }
};
var UnicodeTables = class {
  static _CASE_ORBIT = null;
  static get CASE_ORBIT() {
    if (!this._CASE_ORBIT) this._CASE_ORBIT = decodeOrbit("rCgCIgCY+rQI4QiCuuBLgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCCgCBgCBgCBgCBgCBgCBgCB+7OB-BB-BB-BB-BB-BBskQB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BC-BB-BB-BB-BB-BB-BB-BByHBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBxHBCBBBCBBBCBBB3SBmMBkNBCBBBCBBB8MBCBBB6MB6MBCBBC+EB0MB2MBCBBB6MB+MBiGBmNBiNBCBBBmKBikzCBmNBqNBkIBsNBCBBBCBBBCBBB0NBCBBB0NDCBBB0NBCBBByNByNBCBBBCBBB2NBCBBDCBBCwDFCBCBDBCBCBDBCBCBDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB9EBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBCBDBCBBBhGBvDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBjICCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBH2iVBCBBBlKBwiVB+jVB+jVBCBBBlMBqEBuEBCBBBCBBBCBBBCBBBCBBB+hVB4hVB8hVBjNB7MC5MB5MCzMC1MB+0yCE5MB20yCC9MBu2yCBwyyCBo0yCChNBlNBo0yCBu-UBi0yCDlNC6-UBpNDrNIu+UDzNCm0yCBzNE0yyCBzNBpEBxNBxNBtEG1NLqxyCBkxyCnFoFrBCBBBCBBDCBBEkIBkIBkICoHHsCCqCBqCBqCCgEC+DB+DBmkOBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCC+BBgCBgCBgCBgCBgCBgCBgCBgCBrCBpCBpCBpCBmjOB-BB8BB-BB-BBgEB-BB-BByBBqgOBsDB-BBtwBB-BB-BB-BBsBBgDBCB-BB-BB-BBeB-BB-BB61OB-BB-BB-DB9DB9DBQB7DBmCE9CBrDBPBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBrFB-EBOBnHB3FB-FCCBBBNBCBBCjIBjIBjIBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB8kMB-BB6kMB-BB-BB-BB-BB-BB-BB-BB-BB-BBokMB-BB-BBkkMBkkMB-BB-BB-BB-BB-BB-BB-BB4jMB-BB-BB-BB-BB-BB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EBCBBBCBoiMBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBJCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBeBCBBBCBBBCBBBCBBBCBBBCBBBCBBBdBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDL-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-C64CgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOCgmOGgmODg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FDg8FBg8FBg8FhVg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBQBQBQBQBQBQDPBPBPBPBPBPjkC7mMB5mMBnmMBjmMBCBlmMB3lMBpiMBk8kCBCBBG-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FD-7FB-7FB-7F6FoglCEsuHRwjlCyDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCB0DBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBG1DD97OCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPEQCQCQCQCPCPCPCPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPB0EB0EBsFBsFBsFBsFBoGBoGBgIBgIBgHBgHB8HB8HDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQCSFPBPBzEBzEBRCxnOFSFrFBrFBrFBrFBREQBQClkOFPBPBnGBnGFQBQCljOCODPBPB-GB-GBNHSF-HB-HB7HB7HBRqJ53OE9tQBrmQH4Bc3BSgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfECBByZ0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzB34BgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CBCBBBt-UBruHBt+UB1iVBviVBCBBBCBBBCBBB3hVB5-UB9hVB7hVCCBBCCBBI9jVB9jVBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBICBBBCBBECBBN-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOC-lOG-lOzoeCBBBCBBBCBBBCBBBCBBBCBl8kCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBTCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBnECBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBKCBBBCBBBnglCBCBBBCBBBCBBBCBBBCBBECBBBvyyCDCBBBCBBBgDCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBn0yCB90yCB10yCBh0yCBn0yCCjxyCBzyyCBpxyCBg6BBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB-CBl0yCBvjlCBCBBBCBBBt2yCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBhkzCZCBB9a-5Bd-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCm6TCBB7gBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCH-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BmlBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvChDwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCFvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvC1DuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCCuCBuCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCCtCBtCk2BgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEO-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-D+CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCL-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-B74CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhrVgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BD1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BtxekCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjC");
    return this._CASE_ORBIT;
  }
  static _Print = null;
  static get Print() {
    if (!this._Print) this._Print = new UnicodeRangeTable(decodeRanges("hB9CBjBLBCpWBDFBFGBCCCBSBCsMBClBBDxBBDCBC2BBJaBFFBSVBC-FBCvBBD6BBDkDBP6BBDwBBDOBCbBDCCBJBGfBIqCBCgFBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYBDCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPBLCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGBCCBCHBDBBDVBCGBCBBCEBDIBDBBDCBICBFBBCEBDRBLBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBGMBCCBCWBCPBDIBCCBCDBIBBCCBCBBDDBDJBIVBCCBCWBCJBCEBDIBCCBCDBIBBGCBCDBDJBCCBNMBCCBCyBBCCBCFBFPBDZBCCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBN5BBFcBmBBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDBhBnCBCjBBFmBBCjBBCOBCMBmBlGBCGGD4LBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBH1CBDFBD-TBCbBE4CBIVBKXBKTBNMBCCBCBBN9CBDJBHJBHNBCKBH4CBIqBBGlCBLeBCLBFLBFEEBoBBDEBMrBBFZBHKBE9BBDgCBCcBDKBHJBHNBDtBBDLBVsCBClFBJ7BBEOBE9BBGqBBDKBJqBBG1QBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBSXBJuBBSBBDaBCMBEhBBPgBBQrEBF5UBXKBWz4BBD9LBGsBBCGGD3BBIBBPXBKGBCGBCGBCGBCGBCGBCGBCGBC9DBjBZBC4CBN1GBbPBC+BBC1CBDmDBGqBBC9CBC1CBKvBBCszcBE2BBK7KBV3FBJ8GBV7BBEJBH3BBJlCBJLBHzDBMdBEtCBCKBFgBBC2BBKNBDJBDmDBZbBLFBDFBDFBKGBCGBC7BBF9DBDJBHj9KBNWBFwBBloItLBDpDBnBGBNEBGZBCEBCCCBCCBCCBoUBhBpBBHyBBCSBCDBFEBCmEBF9FBEFBDFBDFBDCBEGBCGBOBBDLBCZBCSBCBBCOBDNBjB6DBGCBFsBBE3CBCMBEwBwBBsBBjEcBEwBBQbBFjBBKdBGqBBGdBCkBBFNBrB9EBDJBHjBBFjBBFnBBJzBBMLBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBCnCBJIBxBSBCBBGgBBEaBGaBnB3BBFTBDxBBCBBGHBCCBCcBDCBFJBIIBI-BBhBmBBFLBK1BBEcBDaBGZBIDBNGBxCoCB4ByBBOyBBItBBJJBHlBBEcBJBBxGeBCpBBCCBDBBRFBJIBiBtBBJpBBXZBnBbBVWBKtCBFjBBK9BBCEBOYBIJBH0BBCRBJmBBK-CBCTBMRBCuBB-BGBCCCBCBCOBCKBH6BBGJBHDBCHBDBBDVBCGBCBBCEBCJBDBBDCBDHHGGBDGBEEBMJBCDDClBBCJBCDDCDBCJBCBBJBBe7CBCEBfnCBJJBnF1BBDlBBjBkCBMJBHMBU5BBHJBHTBdaBDOBFWB6F7BBlDyCBNHBDDDBGBCBBCdBCBBDLBKJBnCHBDtBBDKBcnCBJyCBOoCBIJB3CHB5ChBBPJBHIBCsBBCNBLcBEfBDVBCNBqCGBCBBCrBBECCBCCBHBJJBHFBCBBCkBBCBBCFBIJBHrBBFJB3HYBIQBCoBBEcB2CQQBwBBO6cBnDuDBCEBMjGBtyCiDBOvhBBRVBL68DBGmSB61G5BBn2B4RBIeBCJBFwCBCJBHdBDFBLlCBLJBCGBCUBGSBxN5BBnG6CBGYBDYBtBqCBF4BBIQBhCEBMGBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBDDBh7D8HBEzNBHWBQQBQtBBDWBKzDB9B1HBLmBBDpCBJvDBWlCB7DTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBD9VBQEBCOBxiBeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBENBDJBFBBhKeBS5BBGxOxOBoBB3GqBBFhGhGBdBCVBJBBhHGBCDBCBBCOBCkGBDPBqBrCBFJBFBByYjCBtC8BBjGDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBBvIrBBFjDBNOBDOBCOBCkBBLtFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBmgB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIBnkzVvHB", false));
    return this._Print;
  }
  static CATEGORIES = new LazyMap({
    C: () => new UnicodeRangeTable(decodeRanges("AfBgDgBBOrWrWBHHBCBICCVuMuMnBBBzBBBE4B4BBGBcDBHQBXhGhGxBBB8BBBmDNB8BBByBBBQddBCCMEBhBGBsCiFiFJBBDBBXIICCBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBPMMBEB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKMMBDBbEByBPBDBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCB-FCBHBBHBBHBBECBIIIBLBDBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIB-BGGBLBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMBxhBPBXJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBF-6DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBrCHBxDUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIlkzVBxHvw-FB", false)),
    Cc: () => new UnicodeRangeTable(decodeRanges("AfgDgB", true)),
    Cf: () => new UnicodeRangeTable(decodeRanges("tFzqBzqBBEBXhGhGyBhMhMBxCxCs5D9-B9-BBDBbEByBEBCJBw03B6H6HBBBimEQQj7IPBhjiBDBwmFHBn0rYffB+CB", false)),
    Cn: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBDBvzIBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-BB---BBB---BBB", false)),
    Co: () => new UnicodeRangeTable(decodeRanges("gg4B-nGh4hc9--BD9--B", true)),
    Cs: () => new UnicodeRangeTable(decodeRanges("gg2B--B", true)),
    L: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICCiEEBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoCaBFDBuBqBBkBBBCiDBCQQBIIBLLBBBDRRCdBe4CBMZZBfBKBBFGGBUBFKKEYYBXBIKBGXBCGBRpBB7B1BBETTIJBQPBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNGB7BBBCCCBDBCXBCCCBIBCBBKDDBDBCWWBCBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNSSBkBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBkBFFkC4CBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBzC+C+CBtBBSHB3BdBOBBLrBBbjBBqBCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBhC1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBF1B1BB8zC8zCBjHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBxC2O2OBrBrBBDBGBBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBReBDlCByBIBDmDBDxCBVQBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBdRRBDBCJBLEBCoBBYCBCHBVWBEEEBwBBCEEBDDBDBDCCZCBDKBICBNFBDFBDFBKGBCGBCqBBCNBHyDBej9KBNWBFwBBloItLBDpDBnBGBNEBGCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBxB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOjBBnBbBKWB7HpBBHBBRFB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB1D-BBgBHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBqBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBGjCjCBLBhCBBCPPBNNB0mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBn7F0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFBmI9BBzEsBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCCBCBBCGBDEBKBBhHGBCDBCBBCOBCkGB8BjCBI1lB1lBBCBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
    LC: () => new UnicodeRangeTable(decodeRanges("hCZBHZB7BLLBVBCeBCiGBCDBFvGBDZBhGDBDBBECBCHHCCBCCCBSBCyCBCqEBJlFBClBBKoBB44ClBBCGGDqBBDCBhV1CBDFBjkCKBGqBBDCBhCrBBgCMBChBBmD1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGBmIFFDJBCEEBDBHGCBCBCFBFDDBCBGEBF1B1BB8zC8zCB6DBDmDBHDBEBBNlBBCGGzoetBBTbBnEtCBCWBEDBCsCBZBBE2Z2ZBpBBGIBIvCBh6TGBNEBqgBZBHZBmlBvCBhDjBBFjBB1DKBCOBCGBCBBCKBCOBCGBCBBk2ByBBOyBB+CVBLVB74C-BBhrV-BBhBYBDYBtpZ0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BJBCTBHFB2uCjCB", false)),
    Ll: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDZBiGCCEEEBBBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBDCB5XFBjkCIBC2D2DBqBBgCMBChBBnD0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBBzIEEBEEcKFDBBJDBF2B2Bs1CvBBCEEBGCFCCBCCBEBGiDCBIICFFNlBBCGG0oesBCUaCoEMCBBBC+BCBGBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCbEE2ZqBBGIBIvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFB4vChBB", false)),
    Lm: () => new UnicodeRangeTable(decodeRanges("wVRBFLBPEBICCmEGG-OnHnHlFBBuIBBFgBgBKEEhFoFoF1mBgEgE2R72B72BsDkTkTxOFBvF+BBOjBjBBjBByVOORMBg-CBByHgGgG2OsBsBBDBGiDiDB+C+CBBB34bjnBjnBBEBvIzDzDdBB6DIBxCYYpDDBEBB2OXXqEtDtDWBBoDDBKngVngVuBBBh-BFBCpBBCIB0sBhBhB2K04D04DnrTDB9PCBpBBBnRMBhCBBCPPB9-P9-PBCBCGBCBByhM9BBqGGBud0Q0QsSAB", false)),
    Lo: () => new UnicodeRangeTable(decodeRanges("qFQQhIFFBCBxGBB7ZaBFDBuBfBCJBkBBBCiDBCZZBLLBBBDRRCdBe4CBMZZBfBWVBrBYBIKBGXBCGBRoBB8B1BBETTIJBROBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNFB8BBBCCCBDBCXBCCCBIBCBBKDDBDBYDBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNyDyDBnKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPByDrTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBpBkCkCBhBBC0BBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBxFuBBSHB3BdBOBBLrBBbjBBqBCBLdByDDBCFBCBBE7hB7hBBCB4-C3BBZWBKGBCGBCGBCGBCGBCGBCGBCGBoR2B2BF1CBJCCB4CBFGGBpBBC9CBSfBxBPBhQ-tGBhC0wUBC2jBBkCnBBJrIBFPBLBBjCyByBBkCBqFoDoDEGBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBuBEBDIBLEBCoBBYCBCHBVPBCFBEEEBwBBCEEBDDBDBDCCZBBEKBIPPBEBDFBDFBKGBCGByEiBBej9KBNWBFwBBloItLBDpDBkCCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBqDJBCsBBDeBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBhEtCBjDnBBJzBB9CzBBN2JBKVBLHB5EFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4FjBBnBDBCxJxJBoBBHBBRCBCBB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB0GHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBnBBCBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBB0BUBGSB0NnBB2MqCBGwFwFB0mHBqBfBiDyDBuwIiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBxzI2P2PBrBBiBiKiKBcBTrBBlPaBmHdBDwGwGBdBCCBCBBCGBDEBKiHiHBFBCDBCBBCOBCkGB8pBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
    Lt: () => new UnicodeRangeTable(decodeRanges("lOGDnB2sH2sHBGBJHBJHBNQQwBAB", false)),
    Lu: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBG+B+B9zCvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBB", false)),
    M: () => new UnicodeRangeTable(decodeRanges("gYvDB0IGBoIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCgBB3BCBCRBCGBLBBeCB5BCCBFBDBBDCBKLLBbbDCB5BCCBDBFBBDCBEffBEEMCB5BCCBGBCCBCCBVBBXFBCCB5BCCBFBDBBDCBICBLBBf8B8BBDBECBCDBKpBpBBDB4BCCBFBCCBCDBIBBMBBeCB5BCCBFBCCBCDBIBBMBBQNNBCB4BBBCGBCCBCDBKLLBeeBBBnCFFBEBCCCBGBTBB+BDDBFBNHBjDDDBHBMGBqCBBcECFBByBTBCBBGKBCjBBKlDlDBSBYDBFCBCCBDGBEDBOLBCLLBCBgWCBzdDBdCBeBBfBBhCfBKuBuBBBBC2D2DBjBjB3DLBFLB8GEB6BJBCcBDxBxBBsBBDLBVEBwBQBnBIBNCBfMB5BNBxBTB5ECBCUBFHHDCBnG-BBxWgBB--CCBuEhDhDBeBrRFBqDBB1udDBCJBhBBBxCBBxIEEFYYBDBF0C0CBzBzBBQBbRBOnBnBBGBaMBtBDBwBNBlBkCkCBMBNJJBuBuBBBBzBCCBBBDBBGBBCqBqBBDBGBBtHHBCBBx5TiXiXBOBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB7DCB2BOBqBDDBLLBCBuBKBI+B+BBBBlBNBRBBtBNNBBBxBNBJDBCBB9CLBHDD+ELBWDB4BBBCGBDBBDCBKLLBDDBFBEEBkCIBCDDCDBCEBCPPBzCzCBQBYyCyCBSBsHGBDIBcBBzCQBrDMBmDOBhIOB2HFBCBBDDBCCCBuEuEBFBDGBEddBIBpBGBCDBJKKBJBvBPBnGHBoGHBCHBzCVBCNB7DFBECCBCCBFBCjCjCBDBCBBCEB8KDBKBBCxBxBBFBEEBYmnFmnFHOBpmLRBhuCEB8BGB5gBCCB1BBIDByCMMBslTslTBizEizEBsBBDWB-QEBEFBJHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
    Mc: () => new UnicodeRangeTable(decodeRanges("joC4B4BDCBJDBCBBzBBB7BCBHBBDBBLsBsB7BCBjC7B7BBBBJCCB2B2BB7B7BCHHBDDBLLnDBBCBBECBCCBLqBqBBBB+BDB+BBB7BCCBDBDBBCBBKBBdPPB7B7BBBBGCBCCBLrBrBBsCsCBBBHHBTBBrKBBgCsFsFBFFHDDBaaBLLBBBDGBWBBDFBDLLBBB5zBffiEIIBGBCBB7KDBDCBFBBCFBhHBB7BCCKCCBJJBEByExBxBGCCBDBCBB+BffFBBD9B9BDCBCEEBxBxBBGBJBBsFWW35EBB0-dBBD5C5CBzBzBBOBvEBBwBxBxBBFFBDDBBBvDBBDBBZuBuBCuDuDDBBGuHuHBCCBCCBCC0gZCCgEuBuBBBBFBB0DZZB8B8BxBCBKBBO+C+CBBBEBBCrFrFBBBgBBB7BBBCDBDBBDCBKLLB1C1CBBBIDDCDBCBBCmDmDBBBJBBErDrDBBBHCCBCBDuHuHBBBHDBDyDyDBBBJBBCuDuDCBBHoDoDCBBFmImIBBBK4H4HBEBCBBFDDCvEvEBBBJDBF1C1CeBB-BqGqGECCoGPPrDIID2G2GBDBFBBC-K-KBNNxBBBJBBCpvQpvQBBBlxD2BBpDBB0rYBBHFB", false)),
    Me: () => new UnicodeRangeTable(decodeRanges("okBBB1xF-wB-wBBCBCCBsshBCB", false)),
    Mn: () => new UnicodeRangeTable(decodeRanges("gYvDB0IEBqIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCfB4BCCFHBFEEBFBLBBe7B7BFDBJVVBbbDBB6BFFBFFBDDBBBEffBEEMBB6BFFBDBCBBFVVBXXBEBC7B7BDCCBCBJIIBMMBff+BNNzBEE4BCCBBBGCBCDBIBBMBBe7B7BDHHGBBVBBdBB6BBBFDBJVVBeepCIIBBBC7C7CDGBNHBjDDDBHBMGBqCBBcEC4BNBCEBCBBGKBCjBBKnDnDBCBCFBCBBDBBaBBFCBRDBODDBHHQgWgWBBBzdCBeBBfBBfBBhCBBCGBJDDBJBKuBuBBBBC2D2DBjBjB3DCBFBBKHHBBB8GBBD7B7BCGBCCCDHBHJBDxBxBBMBCeBDLBVDBxBCCBDBCGGpBIBNBBhBDBDBBCCB5BCCBEECCB7BHBDBB5ECBCMBCGBFHHEBBnG-BBxWMBFEEBKB--CCBuEhDhDBeBrRDBsDBB1udFFBIBhBBBxCBBxIEEFaaBGG4EBBbRBOnBnBBGBaKBvBCBxBDDBCBDBBoBkCkCBEBDBBDBBNJJwB0B0BCCBDBBGBBCrBrBBJJvHDDFx5Tx5TiXPBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB8D3B3BBNBqBDDBLLBBByBDBDBBI+B+BBBBlBEBCHB-BNNB1B1BBHBLDBDgDgDBBBDCCBHHD+E+EEHBWBB6BBBEmBmBBFBEEBnCFBOECPBB2CHBDCBCYY1CFBCFFBCCBvHvHBCBHBBCBBcBB2CHBDCCBrDrDCDDBEBCmDmDCDDBCBCEBkIIBCBBhIBBCFFxEDBDBBFhBhBBIBpBFBDDBJKKBEBDCBvBMBCBBnGCCBBBCqGqGBFBCFBCzCzCBUBDGBCBBCBB7DFBECCBCCBFBCpCpCBEEC8K8KBMMB1B1BBDBGCCYmnFmnFHOBpmLLBECBhuCEB8BGB5gBgCgCBCByC5lT5lTBizEizEBsBBDWBhRCBSHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
    N: () => new UnicodeRangeTable(decodeRanges("wBJB5DBBGDDBBBitBJBnEJBnGJB9MJB3DJBFFBtDJB3DJB3DJBDFBvDMB0DJBJGBoDJBpDGBISBuDJBhDJB3DJBnCTBtIJBnCJBwWTBybCBwHJBHJBXJBtJJBhEKBmFJBHJB3FJB3CJBnEJBHJB3gBEEBEBHJBnGyBBDEB3W7BBvCVB3TdBqrBqYqYaIBPCB4KDBrEJBfHBCOBhBJBoBOBh7cJB9FJBhKFB7EJBnBJBnGJBXJB3CJB3MJB34UJBuPsBBN4BBSBB2KaBlBDBeJJnEEBrGJBvdHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBxBJBHJB3IeB-EJBrBDBxDGBnEdBhEJB9BJBxEJBITB8HJB3KJB3DJB3LJBnDJBHTBtCLBlNSB+CJB3UJB3CcBkHJBnCJB3BJBnLJBnDUBshBuDBimPJBnpCJB3CJBnEJBCGBvQJBnIWB+KCB6nXJBnuBTBNTBtDYB2iBxBBhqCJBnNJB3PJB4HJBtWIBhEJB4Y6BBCCBCDBtCsBBCOBjeMBk3CJB", false)),
    Nd: () => new UnicodeRangeTable(decodeRanges("wBJnxBJnEJnGJ9MJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJhDJ3DJnCJ3IJnCJn6BJnBJtJJhEJnFJHJ3FJ3CJnEJHJnuiBJnVJnBJnGJXJ3CJ3MJ34UJnsBJnkCJHJ9YJhEJ9BJxEJ3IJ3KJ3DJ3LJnDJHTtCJnNJnDJ3UJ3CJ3HJnCJ3BJnLJ3uQJnpCJ3CJnEJ3QJ37XJ12CxBhqCJnNJ3PJ4HJ2aJ30EJ", true)),
    Nl: () => new UnicodeRangeTable(decodeRanges("u3FCBwzCiBBDDB-zDaaBHBPCBs1dJBxyW0BBtOJJnEEBrhIuDBm8SCB", false)),
    No: () => new UnicodeRangeTable(decodeRanges("yFBBGDDBBB2pCFB5LFB5DCBmEGB6GGBSIByNJB2hBTB0jBJBhP20B20BEFBHJBnGPBqB3W3WB6BBvCVB3TdBqrB1kB1kBBCBrEJBfHBCOBhBJBoBOBxrdFBymWsBBiCDBSBB2KaBlBDB1pBHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBhLeB-EJBrBDBxDGBnETB8LTBmqBBBvNIBobSB0aUBn8SGB-YWBqhZTBNTBtDYBvqFIBid6BBCCBCDBtCsBBCOBjeMB", false)),
    P: () => new UnicodeRangeTable(decodeRanges("hBCBCFBCDBLBBEBBbCBCccCkBkBGEELBBEEE-VJJzOFBqBBB0BCCDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCmBmBBCBoCrCrCBDBFBBwDFBsFlTlTBHB4EuTuTtBBBvCCBoCBB+ECBCCBmBKB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBM9Z9ZBWBJTBCMBCLBfBBPBB6TDBeBB+hBNBwCBBgBJB0MVBgCDBhBBB8XDBCBBxDwEwEBtBBCfBDLBkNCBFJBDLBRNNjD7C7CjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HzqUzqUBxGxGBIBXiBBCNBCFFCBB2ECBCFBCDBLBBEBBbCBCccCCCBFB7MCB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDByO-J-JjBlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
    Pc: () => new UnicodeRangeTable(decodeRanges("-Cg-Hg-HBUU-u3BBBZCBwHAB", false)),
    Pd: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEBiwDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
    Pe: () => new UnicodeRangeTable(decodeRanges("pB0B0BgB+1D+1DC-6B-6BqtC4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECtBGCtNICEGCDBB-ozB6G6GeOCESSCCCrF0B0BgBGD", false)),
    Pf: () => new UnicodeRangeTable(decodeRanges("7F+6H+6HEddpuDCCFDDQEE", false)),
    Pi: () => new UnicodeRangeTable(decodeRanges("rFt7Ht7HDBBDaapuDCCFDDQEE", false)),
    Po: () => new UnicodeRangeTable(decodeRanges("hBCBCCBDECBLLBEEBcclCGGPBBI-V-VJzOzOBEBqB3B3BDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCxDxDrCEBFBBwDFBsFlTlTBHBmY9D9DBBBoCBB+ECBCCBmBFBCDB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBMjajaBJJBGBJIBDDBDCBEKBCCCBIB7kDDBCBBxDwEwEBFFBBBDDDBHBCBBCDDBLLBDBCJBDDBCCCBLBDCBtNCB6B+F+FjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HlxUlxUBFBDXXVBBDDBECBCDBICBHCCB2E2EBBBCCBDECBLLBEEBcclBDDB7M7MBBB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDB0ZlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
    Ps: () => new UnicodeRangeTable(decodeRanges("oBzBzBgB-1D-1DC-6B-6B-rCEEnB4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECaTTCECtNICEGCDipzBipzB4GeeCMCESSCCCrFzBzBgBEEDAB", false)),
    S: () => new UnicodeRangeTable(decodeRanges("kBHHRCBgBCCcCCkBEBCBBDCCBCBDEEfgBgBrODBNNBGGBCCCBPB2DPPBxDxDsErIrIBBB3DCBDDDBvGvGLUUB4H4HIBBpEqLqLBHHB2H2H-DjEjEBGBlEwGwGqBmGmGiGCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WuLuLlL+E+EBgBBiLJBKIBhiBCCBBBMCBOCBOCBOBBmCOOoBCBOCBUhBB-BBBCDBCBBLCCBBBGFBCECFMMBFFBDBGDBC7B7BBFFB2LBFcBD+HBXKByCtCBXnTBtBwBBDeBLyMBX+BBFfBD1LBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBB8CBB0HBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BB6RWBKBBoDBB+EDBLDB+RCBiHPPB+9T+9TpEgBBuLPBhCBB3BHBtBDBjDCCBBBD7E7EHRRBBBgBCCcCCiEGBCGBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSmWmWBiKiKBGBnjC2kC2kCBbBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQQBgDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBrbaagBaagBaagBaagBaa9B-PB4BDBzBHBCNBCBBp2BwNwNttCEE+DiOiOBvIvIBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
    Sc: () => new UnicodeRangeTable(decodeRanges("kB+D+DBCBqnB8D8DzPBBzPBBI2H2HoImSmS8sClmClmCBgBB37hBkuVkuVtD7E7E8GBBEBB3-HDB-4wBxtCxtC", false)),
    Sk: () => new UnicodeRangeTable(decodeRanges("+CCCoCHHFEEqQDBNNBGGBCCCBPB2DPPBjoBjoB15FCCBBBMCBOCBOCBOBB9kEBBkzdWBKBBoDBBxePPBniUniUBPB8bCCjF4g9B4g9BBDB", false)),
    Sm: () => new UnicodeRangeTable(decodeRanges("rBRRBBB+BCCuBFFmBgBgB-XwQwQBBB8xGOOoBCBOCBsEoBoBBDBHlClCBDBGBBFGDIgBgBBDDCgBgBBqIBhBBB7CffBXBpBFB2OKK3BHBwDxKxKBDBDeBLPBhIiEBX+BBFfBDhIBxBUBDFB9+zB5Z5ZCCBlFRRBBB+BCCkEHHBCBitDBBhrwBx+Bx+BagBgBagBgBagBgBagBgBat5Ft5FB-uC-uCBHB", false)),
    So: () => new UnicodeRangeTable(decodeRanges("mFDDFCCyerIrIBgEgEBvGvGLUUB4H4HkQ2L2LjEFBClElEwGqBqBoMCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WzWzW+EhBBiLJBKIBksBBBCDBCBBLCCBHHBEBCECFMMBPPCBBC7B7BBKKBDBDDBCBBCBBCGBCeBDBBCCCBdBtIHBFTBDGBDwCBCdBanBBHnCBXKByCtCBX2FBCIBC1BBJuDBC3HBtBrBBhC-HBhQvBBWBBHmBBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBBxKBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BBibDBLBBC+R+RBBBqqUPBuLPBhCBB3BHBuBCBlPEEFBBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSpgBpgBBGBnjC2kC2kCBGBFQBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQPBhDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBqlB-PB4BDBzBHBCNBCBBp2B96C96CiEyWyWBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E6HBG4WBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBB-B3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
    Z: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBeBBGwBwBh9DAB", false)),
    Zl: () => new UnicodeRangeTable(decodeRanges("ohIA", true)),
    Zp: () => new UnicodeRangeTable(decodeRanges("phIA", true)),
    Zs: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBlBwBwBh9DAB", false)),
    ASCII_Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbF", true)),
    Alphabetic: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICC3CeeBQBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoBNBCCCBCCBCCJaBFDBeKBG3BBCGBPlDBCHBFHBFCBLCBDRRBuBBOkDBZgBBKBBFGGBWBDSBUYBIKBGXBCGBIJJBoBBLLBEGBHrCBCPBCCBFOBOSBCHBDBBDVBCGBCEEBCBEHBDBBDBBCJJFBBCEBNBBLFFBBBCFBFBBDVBCGBCBBCBBCBBFEBFBBDBBFIIBCBCSSBEBMCBCIBCCBCVBCGBCBBCEBEIBCCBCBBEQQBCBWDBFCBCHBDBBDVBCGBCBBCEBEHBDBBDBBKBBFBBCEBORRBCCBEBECBCDBEBBCCCBEEBEEBBBELBFEBECBCCBEHHpBMBCCBCWBCPBEHBCCBCCBJBBCCBCBBDDBdDBCHBCCBCWBCJBCEBEHBCCBCCBJBBGCBCDBOCBNMBCCBCoBBDHBCCBCCBCGGBCBIEBXFBCCBCRBEXBCIBCDDBFBJFBCCCBGBTBBO5BBGGBH0B0BBECBDBCXBCCCBRBCCBDEBCHHPDBhBgCgCBGBCjBBFSBFPBCjBBkC2BBCDDBDBR-BBLDBDlBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBEKBITBMUBNTBNMBCCBCBBNzBBDSBPFFkC4CBIqBBGlCBLeBCLBFIBYdBDEBMrBBFZB3BbBF+BBDTBzBYYBMMBBByBzBBCOBCHB0BpBBDDBLrBBCKBP2BBXCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBUhBBM1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBFSSBnBBuZzBB34BkHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBCfBwB2O2OBBBaIBIEBDEBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBGHBEwDBoBIBDmDBDxCBVUBCgBBZzBBNjCBCtBtBBEBECCBBBLgBBGiBBOcBEyBBCLBQRRBOBLEBC2BBKNBTWBEkCBCCCZCBDPBDDBMFBDFBDFBKGBCGBCqBBCNBH6DBWj9KBNWBFwBBloItLBDpDBnBGBNEBGLBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmC0BBsIcBEwBBwBfBOdBGqBBGdBDjBBFHBCEBrB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCDBCBBGHBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOnBBjBbBEGGBVB7HpBBCBBEBBRFBzBCBEcBLJJBUBrBRBvBUBcWBKlCBsBEBL4BBKOOBXBYyBBSDBJiBBEKKB+BBCDBKBBLCCkBRBChBBDHHBCB-BGBCCCBCBCOBCJBI4BBYDBCHBDBBDVBCGBCBBCEBEHBDBBDBBEHHGGBdJBCDDClBBCJBCDDCDBCBBECCtBhCBCCBCDBVCBfhCBDBBC5F5FB0BBDGBaFBjB+BBCEE8B1BBDoCoCBZBDNBWGB6F4BBoD-BBgBHBDDDBGBCBBCdBCBBDBBDDB+CHBDtBBDFBCCCBccBxBBDJBSnCBGTTBnCBoDHB5CgBBgBIBCsBBCGBCyByBBcBDVBCNBqCGBCBBCrBBECCBCCBBBCDDBZZBEBCBBCkBBCBBCDBCYYBqBBlIWBKQBCoBBECBwDwCwCB4cBnDuDBSjGBtyCgDBQvhBBSFBa68DBGmSB61GuBBy2B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBF4BBIQBhCBBCNNBFBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBFi7Fi7FBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCVBJBBhHGBCDBCBBCOBCkGB8BjCBEEE1lBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1TZBHZBHZB3zD-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
    Dash: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEB+BoBoBQnMnMlgDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
    Emoji: () => new UnicodeRangeTable(decodeRanges("jBHHGJBwDFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDrGrGhFBBNBBPDDBIBsCZBCBBYVVDIBWBBvFhBBDvDBDBBCCBDyCBDCBCmIBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDDBEJBECCBEEDJBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
    Emoji_Component: () => new UnicodeRangeTable(decodeRanges("jBHHGJB0+H2G2Gsp3B3+8B3+8BBYB8PEBxtBDBtzhY-CB", false)),
    Emoji_Modifier: () => new UnicodeRangeTable(decodeRanges("7-8DE", true)),
    Emoji_Modifier_Base: () => new UnicodeRangeTable(decodeRanges("9wJ8G8GRDB4jzD9B9BBBBDDDBBB2DBBDKBWSBEFFBBBCCBICCZqGqGBFFWFFBvFvFBBBEEB0CRRBBBKMMgSDDJHBHKKBIBDCB5B+B+BBCCBCCSCBCMBmHCBrBIB", false)),
    Emoji_Presentation: () => new UnicodeRangeTable(decodeRanges("64IBBuGDBEDDqQBBWBBzBLBsBUUOJJBSSBGGBJJGWWIBBCFFDIIFBBdkBkBCFFBBBC+B+BBBBZPP8aBB0BFFvlxDrGrG-FDDBIBsCZBCZZVDDBDBCCBWBBvFgBBNIBClCBCVBNqBBFEBNQBEEEBlCBCCCB5FBD+BBODBCXBTbbBOO3C0CBxBlCBHEEBBBDDBEDBMBBIIBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
    Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("pFFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDoBoBBCBlDLBQBBQPPBmBmBBIBxDBBNBBPDDBIBU3BBcOBLVVDIBCDBKWBH7FBDvDBDBBCCBDyCBDCBCDBG9HBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDQBECCBEBDMB7GlBBNDB5BHBLFBpBHBfBBNDBDNBKmBBNuBBCJBC4FB5CHBPxEBhI9fB", false)),
    Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbFq1-BJIFbF", true)),
    Lowercase: () => new UnicodeRangeTable(decodeRanges("hDZBwBLLFlBlBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDiBBIBBfEBhDsBsBCEEDDBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBCDB5XFBjkCIBC2D2DB+FBiC0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBB6DOORMBuDEEBEEcKFDBBJDBFiBiBBOBFsasaBYBn6BvBBCEEBGCFCCBCCBGBEiDCBIICFFNlBBCGG0oesBCUaCBBBmEMCBBBC8BCBIBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCWDBCCCBBB2ZqBBCNBHvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBkODDBBBCpBBCIBmoByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFBmI9BB1lChBB", false)),
    Math: () => new UnicodeRangeTable(decodeRanges("rBRRBBBgBeeCuBuBFmBmBgB5W5WBBBDbbBDDBBBwQCBuwGccBBBMEEOPPBCBWEBMEBiCMBFEEBFFBDBTFFDJBCDDBEBHEEBDDBCCBBBCFBENBClClCBWBCFBCBBFBBFfBCHHBPPBqIBJDBVBB7CffBZBCZZMGB+NBBNJBFFBFBBDBBEEBPCCDFBMHBGBB6BCCeDBKCBxK-BBhI-PBxBUBDFB9+zB4Z4ZBEBCjFjFRCBeCCeCCkEHHBCBitDBBhrwBwoBwoBBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBBhwFDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB-uCIB", false)),
    Quotation_Mark: () => new UnicodeRangeTable(decodeRanges("iBFFkEQQ96HHBaBBowDqOqOBCBOCBixzBDB+FFF7CBB", false)),
    Terminal_Punctuation: () => new UnicodeRangeTable(decodeRanges("hBLLCMMBEE-ZJJiQ6B6BpCPPCCB1FsBsBBJBCsHsHB3B3BBEBCHBgBmImIB1nB1nBBtFtFFFB4JBB2YHBmY9D9DBBBoCBB+ECBEoBoBBCBDBB7JBBjLDBjFBBLBBCCBeCB8FEB-BBBldYYBKKBBBwlDCBzJOOFLLCBBEBBtNBB8ndBBuICBkHEB-LBB3CBBgD4E4EBBB0ECBgERRB6H6HnxUDDB6B6BBBBCDBqFLLCMMBEEiCDD7hBxBxBnkBoGoG3JBB5EFBlCFB6CDB5dEBtBDB+FGBxDDBgECBiEBBHRRB5C5CBDBtDrJrJB2D2DBBBNBBnLDBEOBqDBB6HCBmQCC8HBB4CBBFBB-MCBuBmUmUBrCrCBspBspBBDB6vRBBmEiCiCBBBLqRqRBoJoJBnwTnwTovHDB", false)),
    Uppercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBGbbBOBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBBvgCZBHZBHZB", false)),
    White_Space: () => new UnicodeRangeTable(decodeRanges("JEBTlDlDbgvFgvFgsCKBeBBGwBwBh9DAB", false))
  });
  static SCRIPTS = new LazyMap({
    Adlam: () => new UnicodeRangeTable(decodeRanges("go6DrCFJFB", true)),
    Ahom: () => new UnicodeRangeTable(decodeRanges("g4lCaDOFW", true)),
    Anatolian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggxCmS", true)),
    Arabic: () => new UnicodeRangeTable(decodeRanges("gwBEBCFBCNBCCBCfBCJBMZBCrDBChBBxCvBBxHhBBGqCBCcBxy8BtPBDvEBhBPBxDEBCmEBk7DeBkCFBJIBiBFBh43BDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB", false)),
    Armenian: () => new UnicodeRangeTable(decodeRanges("xpBlBDxBDCks9BE", true)),
    Avestan: () => new UnicodeRangeTable(decodeRanges("g4iC1BEG", true)),
    Balinese: () => new UnicodeRangeTable(decodeRanges("g4GsCCxB", true)),
    Bamum: () => new UnicodeRangeTable(decodeRanges("g1pB3CpowB4R", true)),
    Bassa_Vah: () => new UnicodeRangeTable(decodeRanges("w26CdDF", true)),
    Batak: () => new UnicodeRangeTable(decodeRanges("g+GzBJD", true)),
    Bengali: () => new UnicodeRangeTable(decodeRanges("gsCDBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYB", false)),
    Beria_Erfe: () => new UnicodeRangeTable(decodeRanges("g17CYDY", true)),
    Bhaiksuki: () => new UnicodeRangeTable(decodeRanges("ggnCICsBCNLc", true)),
    Bopomofo: () => new UnicodeRangeTable(decodeRanges("qXB6wLqBxDf", true)),
    Brahmi: () => new UnicodeRangeTable(decodeRanges("ggkCtCFjBKA", true)),
    Braille: () => new UnicodeRangeTable(decodeRanges("ggK-H", true)),
    Buginese: () => new UnicodeRangeTable(decodeRanges("gwGbDB", true)),
    Buhid: () => new UnicodeRangeTable(decodeRanges("g6FT", true)),
    Canadian_Aboriginal: () => new UnicodeRangeTable(decodeRanges("ggF-TxRlC7tgCP", true)),
    Carian: () => new UnicodeRangeTable(decodeRanges("g1gCwB", true)),
    Caucasian_Albanian: () => new UnicodeRangeTable(decodeRanges("wphCzBMA", true)),
    Chakma: () => new UnicodeRangeTable(decodeRanges("gokC0BCR", true)),
    Cham: () => new UnicodeRangeTable(decodeRanges("gwqB2BKNDJDD", true)),
    Cherokee: () => new UnicodeRangeTable(decodeRanges("g9E1CDFz7lBvC", true)),
    Chorasmian: () => new UnicodeRangeTable(decodeRanges("w9jCb", true)),
    Common: () => new UnicodeRangeTable(decodeRanges("AgCBbFBbuBBCOBCEBYgBgBiOmBBGEBDTB1DKKHCC+THHPEEhB9E9ElQiEiEB6mB6mB2MDBjJwvBwvBBBBoCBBsGBBCumBumBOIIBCBCFBCCBDmYmYBKBD2CBCKBEKBCOBShBB-BlBBCCBDFBCaBCQBqBCBF5UBXKBW-cBhIzTBDpEBhQ9CBzMUBCCCBXBQHBFDB8CBBE7C7CB0E0EBOBhBlBBKxBxBB+BBgBwCBwB5C5CBmFBhuG-BBhoWhBBnDCBmFJB1HhFhFsMPPBzuUzuUBxGxGBIBXiBBCSBCDB0ECCBeBbFBbKBLuBuBBhChCBFBCGBLEBjICBFsBBEIBxCMB0BsBBlHaBltuBDB96D8HBEzNBHWBQQBgDzDB9B1HBLmBBD9BBEQBJBBIdBF8BB2GTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBByjFjCBtC8BBjWrBBFjDBNOBDOBCOBCkBBLtFB5BZBCBBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBnghYffB+CB", false)),
    Coptic: () => new UnicodeRangeTable(decodeRanges("ifNxkKzDGG", true)),
    Cuneiform: () => new UnicodeRangeTable(decodeRanges("ggoC5cnDuDCEMjG", true)),
    Cypriot: () => new UnicodeRangeTable(decodeRanges("ggiCFBDCCBqBBCBBEDD", false)),
    Cypro_Minoan: () => new UnicodeRangeTable(decodeRanges("w8rCiD", true)),
    Cyrillic: () => new UnicodeRangeTable(decodeRanges("ggBkEBDoFBx6FKBhFtCtCojEfBhie-CBv8VBBhw4B9BBiBAB", false)),
    Deseret: () => new UnicodeRangeTable(decodeRanges("gghCvC", true)),
    Devanagari: () => new UnicodeRangeTable(decodeRanges("goCwCFODZh7nBfhwcJ", true)),
    Dives_Akuru: () => new UnicodeRangeTable(decodeRanges("gomCGBDDDBGBCBBCdBCBBDLBKJB", false)),
    Dogra: () => new UnicodeRangeTable(decodeRanges("ggmC7B", true)),
    Duployan: () => new UnicodeRangeTable(decodeRanges("ggvDqDGMEIIJDD", true)),
    Egyptian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggsC1iBL68D", true)),
    Elbasan: () => new UnicodeRangeTable(decodeRanges("gohCnB", true)),
    Elymaic: () => new UnicodeRangeTable(decodeRanges("g-jCW", true)),
    Ethiopic: () => new UnicodeRangeTable(decodeRanges("gwEoCBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBnvGWBKGBCGBCGBCGBCGBCGBCGBCGBjpfFBDFBDFBKGBCGBylvCGBCDBCBBCOB", false)),
    Garay: () => new UnicodeRangeTable(decodeRanges("gqjClBEcJB", true)),
    Georgian: () => new UnicodeRangeTable(decodeRanges("glElBBCGGDqBBCDBx8CqBBDCBhiElBBCGG", false)),
    Glagolitic: () => new UnicodeRangeTable(decodeRanges("ggL-Ch9sDGCQDGCBCE", true)),
    Gothic: () => new UnicodeRangeTable(decodeRanges("w5gCa", true)),
    Grantha: () => new UnicodeRangeTable(decodeRanges("g4kCDBCHBDBBDVBCGBCBBCEBDIBDBBDCBDHHGGBDGBEEB", false)),
    Greek: () => new UnicodeRangeTable(decodeRanges("wbDBCCBDDBCFFCCCBBBCCCBSBC+BBPPBnpGEBzBEBFEB1ChKhKBUBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBoJ-xiB-xiB7uVuCBSgj0Bgj0BBkCB", false)),
    Gujarati: () => new UnicodeRangeTable(decodeRanges("h0CCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGB", false)),
    Gunjala_Gondi: () => new UnicodeRangeTable(decodeRanges("grnCFCBCkBCBCFIJ", true)),
    Gurmukhi: () => new UnicodeRangeTable(decodeRanges("hwCCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPB", false)),
    Gurung_Khema: () => new UnicodeRangeTable(decodeRanges("go4C5B", true)),
    Han: () => new UnicodeRangeTable(decodeRanges("g0LZBC4CBN1GBwBCCaIBPDBle-tGBhC-vUBhoWtLBDpDBpodBBNGBqgkB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
    Hangul: () => new UnicodeRangeTable(decodeRanges("goE-HvxHBiI9CyDeiCei3dckUj9KNWFwBl9JeEFDFDFDC", true)),
    Hanifi_Rohingya: () => new UnicodeRangeTable(decodeRanges("gojCnBJJ", true)),
    Hanunoo: () => new UnicodeRangeTable(decodeRanges("g5FU", true)),
    Hatran: () => new UnicodeRangeTable(decodeRanges("gniCSCBGE", true)),
    Hebrew: () => new UnicodeRangeTable(decodeRanges("xsB2BBJaBFFBpp9BZBCEBCCCBCCBCCBIB", false)),
    Hiragana: () => new UnicodeRangeTable(decodeRanges("hiM1CBHCBi7-C+IBTeeBBBulQAB", false)),
    Imperial_Aramaic: () => new UnicodeRangeTable(decodeRanges("giiCVCI", true)),
    Inherited: () => new UnicodeRangeTable(decodeRanges("gYvDB2IBBlOKBbhXhXBCB8qEtBBDLBlPCBCMBCGBFHHEBBnG-BBtQBBjGgBB65DDBsDBBmrzBPBRNBwejHjH7iEl+uBl+uBBsBBDWBhRCBSHBDGBfDBz6rYvHB", false)),
    Inscriptional_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g7iCSGH", true)),
    Inscriptional_Parthian: () => new UnicodeRangeTable(decodeRanges("g6iCVDH", true)),
    Javanese: () => new UnicodeRangeTable(decodeRanges("gsqBtCDJFB", true)),
    Kaithi: () => new UnicodeRangeTable(decodeRanges("gkkCiCLA", true)),
    Kannada: () => new UnicodeRangeTable(decodeRanges("gkDMCCCWCJCEDICCCDIBGCCDDJCC", true)),
    Katakana: () => new UnicodeRangeTable(decodeRanges("hlM5CBDCBxHPBxGuBBC3CBvgzBJBCsBBzisBDBCGBCBBCgJgJBBBzBPPBCB", false)),
    Kawi: () => new UnicodeRangeTable(decodeRanges("g4nCQCoBEc", true)),
    Kayah_Li: () => new UnicodeRangeTable(decodeRanges("goqBtBCA", true)),
    Kharoshthi: () => new UnicodeRangeTable(decodeRanges("gwiCDCBGHCCCcDCFJII", true)),
    Khitan_Small_Script: () => new UnicodeRangeTable(decodeRanges("k-7C84G84GB0OBqBAB", false)),
    Khmer: () => new UnicodeRangeTable(decodeRanges("g8F9CDJHJnPf", true)),
    Khojki: () => new UnicodeRangeTable(decodeRanges("gwkCRCuB", true)),
    Khudawadi: () => new UnicodeRangeTable(decodeRanges("w1kC6BGJ", true)),
    Kirat_Rai: () => new UnicodeRangeTable(decodeRanges("gq7C5B", true)),
    Lao: () => new UnicodeRangeTable(decodeRanges("h0DBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDB", false)),
    Latin: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBQQGWBCeBCgOBoBEB8wGlBBHwBBGDBGMBClCBiC-HByLOORMBuEBBHccSoBB42CfBj1elDBExCBVOBxZqBBCIBCDB38TGB7gBZBHZBmhCFBCpBBCIBm61BeBHFB", false)),
    Lepcha: () => new UnicodeRangeTable(decodeRanges("ggH3BEOEC", true)),
    Limbu: () => new UnicodeRangeTable(decodeRanges("goGeBCLBFLBFEEBKB", false)),
    Linear_A: () => new UnicodeRangeTable(decodeRanges("gwhC2JKVLH", true)),
    Linear_B: () => new UnicodeRangeTable(decodeRanges("gggCLCZCSCBCODNjB6D", true)),
    Lisu: () => new UnicodeRangeTable(decodeRanges("wmpBvBx1eA", true)),
    Lycian: () => new UnicodeRangeTable(decodeRanges("g0gCc", true)),
    Lydian: () => new UnicodeRangeTable(decodeRanges("gpiCZGA", true)),
    Mahajani: () => new UnicodeRangeTable(decodeRanges("wqkCmB", true)),
    Makasar: () => new UnicodeRangeTable(decodeRanges("g3nCY", true)),
    Malayalam: () => new UnicodeRangeTable(decodeRanges("goDMCCCyBCCCFFPDZ", true)),
    Mandaic: () => new UnicodeRangeTable(decodeRanges("giCbDA", true)),
    Manichaean: () => new UnicodeRangeTable(decodeRanges("g2iCmBFL", true)),
    Marchen: () => new UnicodeRangeTable(decodeRanges("wjnCfDVCN", true)),
    Masaram_Gondi: () => new UnicodeRangeTable(decodeRanges("gonCGBCBBCrBBECCBCCBHBJJB", false)),
    Medefaidrin: () => new UnicodeRangeTable(decodeRanges("gy7C6C", true)),
    Meetei_Mayek: () => new UnicodeRangeTable(decodeRanges("g3qBWqGtBDJ", true)),
    Mende_Kikakui: () => new UnicodeRangeTable(decodeRanges("gg6DkGDP", true)),
    Meroitic_Cursive: () => new UnicodeRangeTable(decodeRanges("gtiCXFTDtB", true)),
    Meroitic_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("gsiCf", true)),
    Miao: () => new UnicodeRangeTable(decodeRanges("g47CqCF4BIQ", true)),
    Modi: () => new UnicodeRangeTable(decodeRanges("gwlCkCMJ", true)),
    Mongolian: () => new UnicodeRangeTable(decodeRanges("ggGBBDCCBSBH4CBIqBB2t-BMB", false)),
    Mro: () => new UnicodeRangeTable(decodeRanges("gy6CeCJFB", true)),
    Multani: () => new UnicodeRangeTable(decodeRanges("g0kCGBCCCBCBCOBCKB", false)),
    Myanmar: () => new UnicodeRangeTable(decodeRanges("ggE-EhqmBeiDfxibT", true)),
    Nabataean: () => new UnicodeRangeTable(decodeRanges("gkiCeJI", true)),
    Nag_Mundari: () => new UnicodeRangeTable(decodeRanges("wm5DpB", true)),
    Nandinagari: () => new UnicodeRangeTable(decodeRanges("gtmCHDtBDK", true)),
    New_Tai_Lue: () => new UnicodeRangeTable(decodeRanges("gsGrBFZHKEB", true)),
    Newa: () => new UnicodeRangeTable(decodeRanges("gglC7CCE", true)),
    Nko: () => new UnicodeRangeTable(decodeRanges("g+B6BDC", true)),
    Nushu: () => new UnicodeRangeTable(decodeRanges("h-7CvsQvsQBqMB", false)),
    Nyiakeng_Puachue_Hmong: () => new UnicodeRangeTable(decodeRanges("go4DsBENDJFB", true)),
    Ogham: () => new UnicodeRangeTable(decodeRanges("g0Fc", true)),
    Ol_Chiki: () => new UnicodeRangeTable(decodeRanges("wiHvB", true)),
    Ol_Onal: () => new UnicodeRangeTable(decodeRanges("wu5DqBFA", true)),
    Old_Hungarian: () => new UnicodeRangeTable(decodeRanges("gkjCyBOyBIF", true)),
    Old_Italic: () => new UnicodeRangeTable(decodeRanges("g4gCjBKC", true)),
    Old_North_Arabian: () => new UnicodeRangeTable(decodeRanges("g0iCf", true)),
    Old_Permic: () => new UnicodeRangeTable(decodeRanges("w6gCqB", true)),
    Old_Persian: () => new UnicodeRangeTable(decodeRanges("g9gCjBFN", true)),
    Old_Sogdian: () => new UnicodeRangeTable(decodeRanges("g4jCnB", true)),
    Old_South_Arabian: () => new UnicodeRangeTable(decodeRanges("gziCf", true)),
    Old_Turkic: () => new UnicodeRangeTable(decodeRanges("ggjCoC", true)),
    Old_Uyghur: () => new UnicodeRangeTable(decodeRanges("w7jCZ", true)),
    Oriya: () => new UnicodeRangeTable(decodeRanges("h4CCCHDBDVCGCBCEDIDBDCICFBCEDR", true)),
    Osage: () => new UnicodeRangeTable(decodeRanges("wlhCjBFjB", true)),
    Osmanya: () => new UnicodeRangeTable(decodeRanges("gkhCdDJ", true)),
    Pahawh_Hmong: () => new UnicodeRangeTable(decodeRanges("g46ClCLJCGCUGS", true)),
    Palmyrene: () => new UnicodeRangeTable(decodeRanges("gjiCf", true)),
    Pau_Cin_Hau: () => new UnicodeRangeTable(decodeRanges("g2mC4B", true)),
    Phags_Pa: () => new UnicodeRangeTable(decodeRanges("giqB3B", true)),
    Phoenician: () => new UnicodeRangeTable(decodeRanges("goiCbEA", true)),
    Psalter_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g8iCRIDNG", true)),
    Rejang: () => new UnicodeRangeTable(decodeRanges("wpqBjBMA", true)),
    Runic: () => new UnicodeRangeTable(decodeRanges("g1FqCEK", true)),
    Samaritan: () => new UnicodeRangeTable(decodeRanges("ggCtBDO", true)),
    Saurashtra: () => new UnicodeRangeTable(decodeRanges("gkqBlCJL", true)),
    Sharada: () => new UnicodeRangeTable(decodeRanges("gskC-ChsCH", true)),
    Shavian: () => new UnicodeRangeTable(decodeRanges("wihCvB", true)),
    Siddham: () => new UnicodeRangeTable(decodeRanges("gslC1BDlB", true)),
    Sidetic: () => new UnicodeRangeTable(decodeRanges("gqiCZ", true)),
    SignWriting: () => new UnicodeRangeTable(decodeRanges("gg2DrUQECO", true)),
    Sinhala: () => new UnicodeRangeTable(decodeRanges("hsDCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBt-gCTB", false)),
    Sogdian: () => new UnicodeRangeTable(decodeRanges("w5jCpB", true)),
    Sora_Sompeng: () => new UnicodeRangeTable(decodeRanges("wmkCYIJ", true)),
    Soyombo: () => new UnicodeRangeTable(decodeRanges("wymCyC", true)),
    Sundanese: () => new UnicodeRangeTable(decodeRanges("g8G-BhIH", true)),
    Sunuwar: () => new UnicodeRangeTable(decodeRanges("g+mChBPJ", true)),
    Syloti_Nagri: () => new UnicodeRangeTable(decodeRanges("ggqBsB", true)),
    Syriac: () => new UnicodeRangeTable(decodeRanges("g4BNC7BDCxIK", true)),
    Tagalog: () => new UnicodeRangeTable(decodeRanges("g4FVKA", true)),
    Tagbanwa: () => new UnicodeRangeTable(decodeRanges("g7FMCCCB", true)),
    Tai_Le: () => new UnicodeRangeTable(decodeRanges("wqGdDE", true)),
    Tai_Tham: () => new UnicodeRangeTable(decodeRanges("gxG+BCcDKHJHN", true)),
    Tai_Viet: () => new UnicodeRangeTable(decodeRanges("g0qBiCZE", true)),
    Tai_Yo: () => new UnicodeRangeTable(decodeRanges("g25DeCVJB", true)),
    Takri: () => new UnicodeRangeTable(decodeRanges("g0lC5BHJ", true)),
    Tamil: () => new UnicodeRangeTable(decodeRanges("i8CBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBm+kCxBBOAB", false)),
    Tangsa: () => new UnicodeRangeTable(decodeRanges("wz6CuCCJ", true)),
    Tangut: () => new UnicodeRangeTable(decodeRanges("g-7CgBgBB+3GBhQeBiDyDB", false)),
    Telugu: () => new UnicodeRangeTable(decodeRanges("ggDMCCCWCPDICCCDIBCCCBDDDJII", true)),
    Thaana: () => new UnicodeRangeTable(decodeRanges("g8BxB", true)),
    Thai: () => new UnicodeRangeTable(decodeRanges("hwD5BGb", true)),
    Tibetan: () => new UnicodeRangeTable(decodeRanges("g4DnCCjBFmBCjBCOCGFB", true)),
    Tifinagh: () => new UnicodeRangeTable(decodeRanges("wpL3BIBPA", true)),
    Tirhuta: () => new UnicodeRangeTable(decodeRanges("gklCnCJJ", true)),
    Todhri: () => new UnicodeRangeTable(decodeRanges("guhCzB", true)),
    Tolong_Siki: () => new UnicodeRangeTable(decodeRanges("wtnCrBFJ", true)),
    Toto: () => new UnicodeRangeTable(decodeRanges("w04De", true)),
    Tulu_Tigalari: () => new UnicodeRangeTable(decodeRanges("g8kCJBCDDClBBCJBCDDCDBCJBCBBJBB", false)),
    Ugaritic: () => new UnicodeRangeTable(decodeRanges("g8gCdCA", true)),
    Unknown: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-FB", false)),
    Vai: () => new UnicodeRangeTable(decodeRanges("gopBrJ", true)),
    Vithkuqi: () => new UnicodeRangeTable(decodeRanges("wrhCKCOCGCBCKCOCGCB", true)),
    Wancho: () => new UnicodeRangeTable(decodeRanges("g24D5BGA", true)),
    Warang_Citi: () => new UnicodeRangeTable(decodeRanges("glmCyCNA", true)),
    Yezidi: () => new UnicodeRangeTable(decodeRanges("g0jCpBCCDB", true)),
    Yi: () => new UnicodeRangeTable(decodeRanges("ggoBskBE2B", true)),
    Zanabazar_Square: () => new UnicodeRangeTable(decodeRanges("gwmCnC", true))
  });
  static FOLD_CATEGORIES = new LazyMap({
    L: () => new UnicodeRangeTable(decodeRanges("laA", true)),
    LC: () => new UnicodeRangeTable(decodeRanges("laA", true)),
    Ll: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGC3HrBrBCEEJHHCCBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHxC9zC9zCBuBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
    Lt: () => new UnicodeRangeTable(decodeRanges("kOCCBCCBCClBCCtsHHBJHBJHBMQQwBAB", false)),
    Lu: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpL2B2Bs1CvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false)),
    M: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
    Mn: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
    Emoji: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
    Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
    Lowercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHuBPBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
    Math: () => new UnicodeRangeTable(decodeRanges("ycGDCHHFMMDDDCHHFAB", false)),
    Uppercase: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpLiBiBBOBFsasaBYBn6BvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false))
  });
  static FOLD_SCRIPT = new LazyMap({
    Common: () => new UnicodeRangeTable(decodeRanges("8cgBgB", false)),
    Greek: () => new UnicodeRangeTable(decodeRanges("1FwUwU", false)),
    Inherited: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false))
  });
};
var Unicode = class Unicode2 {
  static MAX_RUNE = 1114111;
  static RUNE_ERROR = 65533;
  static isUnsearchable(r) {
    return r === Unicode2.RUNE_ERROR || r >= Unicode2.MIN_HIGH_SURROGATE && r <= Unicode2.MAX_LOW_SURROGATE;
  }
  static MAX_ASCII = 127;
  static MAX_LATIN1 = 255;
  static MAX_BMP = 65535;
  static MIN_FOLD = 65;
  static MAX_FOLD = 125251;
  static MIN_HIGH_SURROGATE = 55296;
  static MAX_HIGH_SURROGATE = 56319;
  static MIN_LOW_SURROGATE = 56320;
  static MAX_LOW_SURROGATE = 57343;
  static MIN_SUPPLEMENTARY_CODE_POINT = 65536;
  static is32(ranges, r) {
    let lo = 0;
    let hi = ranges.length;
    while (lo < hi) {
      const m = lo + Math.floor((hi - lo) / 2);
      const rlo = ranges.getLo(m);
      const rhi = ranges.getHi(m);
      if (rlo <= r && r <= rhi) {
        const stride = ranges.getStride(m);
        return (r - rlo) % stride === 0;
      }
      if (r < rlo) hi = m;
      else lo = m + 1;
    }
    return false;
  }
  static is(ranges, r) {
    if (r <= Unicode2.MAX_LATIN1) {
      for (let i = 0; i < ranges.length; i++) {
        if (r > ranges.getHi(i)) continue;
        const rlo = ranges.getLo(i);
        if (r < rlo) return false;
        const stride = ranges.getStride(i);
        return (r - rlo) % stride === 0;
      }
      return false;
    }
    return ranges.length > 0 && r >= ranges.getLo(0) && Unicode2.is32(ranges, r);
  }
  static isPrint(r) {
    if (r <= Unicode2.MAX_LATIN1) return r >= 32 && r < Unicode2.MAX_ASCII || r >= 161 && r !== 173;
    return Unicode2.is(UnicodeTables.Print, r);
  }
  static simpleFold(r) {
    if (UnicodeTables.CASE_ORBIT.has(r)) return UnicodeTables.CASE_ORBIT.get(r);
    if (r <= Unicode2.MAX_ASCII) {
      const l = Codepoint.toLowerCase(r);
      return l !== r ? l : Codepoint.toUpperCase(r);
    }
    return r;
  }
  static equalsIgnoreCase(r1, r2) {
    if (r1 === r2) return true;
    if (r1 < 0 || r2 < 0) return false;
    if (r1 <= Unicode2.MAX_ASCII && r2 <= Unicode2.MAX_ASCII) {
      if (65 <= r1 && r1 <= 90) r1 |= 32;
      if (65 <= r2 && r2 <= 90) r2 |= 32;
      return r1 === r2;
    }
    for (let r = Unicode2.simpleFold(r1); r !== r1; r = Unicode2.simpleFold(r)) if (r === r2) return true;
    return false;
  }
};
var RE2JSException = class extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSException";
  }
};
var RE2JSSyntaxException = class extends RE2JSException {
  /**
  * @param {string} error
  * @param {string|null} [input=null]
  */
  constructor(error, input = null) {
    let message = `error parsing regexp: ${error}`;
    if (input) message += `: \`${input}\``;
    super(message);
    this.name = "RE2JSSyntaxException";
    this.message = message;
    this.error = error;
    this.input = input;
  }
  /**
  * Retrieves the description of the error.
  * @returns {string}
  */
  getDescription() {
    return this.error;
  }
  /**
  * Retrieves the erroneous regular-expression pattern.
  * @returns {string|null}
  */
  getPattern() {
    return this.input;
  }
};
var RE2JSCompileException = class extends RE2JSException {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSCompileException";
  }
};
var RE2JSGroupException = class extends RE2JSException {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSGroupException";
  }
};
var RE2JSFlagsException = class extends RE2JSException {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSFlagsException";
  }
};
var RE2JSInternalException = class extends RE2JSException {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "RE2JSInternalException";
  }
};
var FAST_PATH_TABLE_SIZE = 256;
var WORD_RUNE_TABLE = new Uint8Array(FAST_PATH_TABLE_SIZE);
for (let i = 0; i < FAST_PATH_TABLE_SIZE; i++) WORD_RUNE_TABLE[i] = 97 <= i && i <= 122 || 65 <= i && i <= 90 || 48 <= i && i <= 57 || i === 95 ? 1 : 0;
var cachedNativeEncoder = null;
var cachedNativeDecoder = null;
var Utils = class Utils2 {
  static METACHARACTERS = "\\.+*?()|[]{}^$";
  static EMPTY_BEGIN_LINE = 1;
  static EMPTY_END_LINE = 2;
  static EMPTY_BEGIN_TEXT = 4;
  static EMPTY_END_TEXT = 8;
  static EMPTY_WORD_BOUNDARY = 16;
  static EMPTY_NO_WORD_BOUNDARY = 32;
  static EMPTY_ALL = -1;
  static emptyInts() {
    return [];
  }
  static isString(value3) {
    return typeof value3 === "string" || Object.prototype.toString.call(value3) === "[object String]";
  }
  static typeName(value3) {
    if (value3 === null || typeof value3 !== "object" && typeof value3 !== "function") return value3 === null ? "null" : typeof value3;
    return Object.prototype.toString.call(value3).slice(8, -1);
  }
  static checkPattern(pattern) {
    if (!Utils2.isString(pattern)) throw new TypeError(`The pattern must be a string, not ${Utils2.typeName(pattern)} (RE2JS.translateRegExp() converts a RegExp)`);
  }
  static checkInput(input) {
    if (!Utils2.isString(input) && !Utils2.isByteArray(input)) throw new TypeError(`The input must be a string or a byte array (Uint8Array or number[]), not ${Utils2.typeName(input)}`);
  }
  static checkFlags(flags) {
    const known2 = PublicFlags.MULTILINE | PublicFlags.DOTALL | PublicFlags.CASE_INSENSITIVE | PublicFlags.DISABLE_UNICODE_GROUPS | PublicFlags.LONGEST_MATCH | PublicFlags.LOOKBEHINDS;
    if (!Number.isInteger(flags) || (flags & ~known2) !== 0) throw new RE2JSFlagsException("Flags should only be a combination of MULTILINE, DOTALL, CASE_INSENSITIVE, DISABLE_UNICODE_GROUPS, LONGEST_MATCH, LOOKBEHINDS");
  }
  static isByteArray(input) {
    return Array.isArray(input) || Object.prototype.toString.call(input) === "[object Uint8Array]";
  }
  static isalnum(c) {
    return Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"] || Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["z"] || Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["Z"];
  }
  static unhex(c) {
    if (Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"]) return c - Codepoint.CODES["0"];
    if (Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["f"]) return c - Codepoint.CODES["a"] + 10;
    if (Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["F"]) return c - Codepoint.CODES["A"] + 10;
    return -1;
  }
  static escapeRune(rune) {
    let out = "";
    if (Unicode.isPrint(rune)) {
      if (Utils2.METACHARACTERS.indexOf(String.fromCodePoint(rune)) >= 0) out += "\\";
      out += String.fromCodePoint(rune);
    } else switch (rune) {
      case Codepoint.CODES['"']:
        out += '\\"';
        break;
      case Codepoint.CODES["\\"]:
        out += "\\\\";
        break;
      case Codepoint.CODES["	"]:
        out += "\\t";
        break;
      case Codepoint.CODES["\n"]:
        out += "\\n";
        break;
      case Codepoint.CODES["\r"]:
        out += "\\r";
        break;
      case Codepoint.CODES["\b"]:
        out += "\\b";
        break;
      case Codepoint.CODES["\f"]:
        out += "\\f";
        break;
      default: {
        let s = rune.toString(16);
        if (rune < 256) {
          out += "\\x";
          if (s.length === 1) out += "0";
          out += s;
        } else out += `\\x{${s}}`;
        break;
      }
    }
    return out;
  }
  static stringToRunes(str) {
    const string = String(str);
    const runes = [];
    let i = 0;
    while (i < string.length) {
      const cp = string.codePointAt(i);
      runes.push(cp);
      i += cp > Unicode.MAX_BMP ? 2 : 1;
    }
    return new Int32Array(runes);
  }
  static runeToString(r) {
    return String.fromCodePoint(r);
  }
  static isWordRune(r) {
    return r < FAST_PATH_TABLE_SIZE ? WORD_RUNE_TABLE[r] === 1 : false;
  }
  static emptyOpContext(r1, r2) {
    let op = 0;
    if (r1 < 0) op |= Utils2.EMPTY_BEGIN_TEXT | Utils2.EMPTY_BEGIN_LINE;
    if (r1 === 10) op |= Utils2.EMPTY_BEGIN_LINE;
    if (r2 < 0) op |= Utils2.EMPTY_END_TEXT | Utils2.EMPTY_END_LINE;
    if (r2 === 10) op |= Utils2.EMPTY_END_LINE;
    if (Utils2.isWordRune(r1) !== Utils2.isWordRune(r2)) op |= Utils2.EMPTY_WORD_BOUNDARY;
    else op |= Utils2.EMPTY_NO_WORD_BOUNDARY;
    return op;
  }
  /**
  * Returns a string that quotes all regular expression metacharacters inside the argument text;
  * the returned string is a regular expression matching the literal text. For example,
  * {@code quoteMeta("[foo]").equals("\\[foo\\]")}.
  * @param {string} str
  * @returns {string}
  */
  static quoteMeta(str) {
    return str.split("").map((s) => {
      if (Utils2.METACHARACTERS.indexOf(s) >= 0) return `\\${s}`;
      return s;
    }).join("");
  }
  static charCount(codePoint) {
    return codePoint > Unicode.MAX_BMP ? 2 : 1;
  }
  /**
  * High-speed conversion from TypedArrays to standard JS Arrays.
  * Bypasses the expensive Symbol.iterator overhead of Array.from()
  */
  static toArray(typedArray) {
    const len = typedArray.length;
    const res = new Array(len);
    for (let i = 0; i < len; i++) res[i] = typedArray[i];
    return res;
  }
  static stringToUtf8ByteArray(str) {
    if (globalThis.TextEncoder) {
      if (!cachedNativeEncoder) cachedNativeEncoder = new TextEncoder();
      return cachedNativeEncoder.encode(str);
    } else {
      let out = [], p = 0;
      for (let i = 0; i < str.length; i++) {
        let c = str.charCodeAt(i);
        if (c < 128) out[p++] = c;
        else if (c < 2048) {
          out[p++] = c >> 6 | 192;
          out[p++] = c & 63 | 128;
        } else if ((c & 64512) === Unicode.MIN_HIGH_SURROGATE && i + 1 < str.length && (str.charCodeAt(i + 1) & 64512) === Unicode.MIN_LOW_SURROGATE) {
          c = Unicode.MIN_SUPPLEMENTARY_CODE_POINT + ((c & 1023) << 10) + (str.charCodeAt(++i) & 1023);
          out[p++] = c >> 18 | 240;
          out[p++] = c >> 12 & 63 | 128;
          out[p++] = c >> 6 & 63 | 128;
          out[p++] = c & 63 | 128;
        } else {
          out[p++] = c >> 12 | 224;
          out[p++] = c >> 6 & 63 | 128;
          out[p++] = c & 63 | 128;
        }
      }
      return out;
    }
  }
  static utf8ByteArrayToString(bytes) {
    if (globalThis.TextDecoder) {
      if (!cachedNativeDecoder) cachedNativeDecoder = new TextDecoder("utf-8");
      const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
      return cachedNativeDecoder.decode(view);
    } else {
      let out = [], pos = 0, c = 0;
      while (pos < bytes.length) {
        let c1 = bytes[pos++];
        if (c1 < 128) out[c++] = String.fromCharCode(c1);
        else if (c1 > 191 && c1 < 224) {
          let c2 = bytes[pos++];
          out[c++] = String.fromCharCode((c1 & 31) << 6 | c2 & 63);
        } else if (c1 > 239 && c1 < 365) {
          let c2 = bytes[pos++];
          let c3 = bytes[pos++];
          let c4 = bytes[pos++];
          let u = ((c1 & 7) << 18 | (c2 & 63) << 12 | (c3 & 63) << 6 | c4 & 63) - Unicode.MIN_SUPPLEMENTARY_CODE_POINT;
          out[c++] = String.fromCharCode(Unicode.MIN_HIGH_SURROGATE + (u >> 10));
          out[c++] = String.fromCharCode(Unicode.MIN_LOW_SURROGATE + (u & 1023));
        } else {
          let c2 = bytes[pos++];
          let c3 = bytes[pos++];
          out[c++] = String.fromCharCode((c1 & 15) << 12 | (c2 & 63) << 6 | c3 & 63);
        }
      }
      return out.join("");
    }
  }
};
var createEnum = (values = [], initNum = 0) => {
  const enumObject = /* @__PURE__ */ Object.create(null);
  for (let i = 0; i < values.length; i++) {
    const val = values[i];
    const keyVal = initNum + i;
    enumObject[val] = keyVal;
    enumObject[keyVal] = val;
  }
  return Object.freeze(enumObject);
};
var MatcherInputBase = class MatcherInputBase2 {
  static Encoding = createEnum(["UTF_16", "UTF_8"]);
  getEncoding() {
    throw Error("not implemented");
  }
  /** @returns {string} */
  asCharSequence() {
    throw Error("not implemented");
  }
  /** @returns {Uint8Array|number[]|null} */
  asBytes() {
    throw Error("not implemented");
  }
  /** @returns {number} */
  length() {
    throw Error("not implemented");
  }
  /**
  *
  * @returns {boolean}
  */
  isUTF8Encoding() {
    return this.getEncoding() === MatcherInputBase2.Encoding.UTF_8;
  }
  /**
  *
  * @returns {boolean}
  */
  isUTF16Encoding() {
    return this.getEncoding() === MatcherInputBase2.Encoding.UTF_16;
  }
};
var Utf8MatcherInput = class extends MatcherInputBase {
  /** @param {Uint8Array|number[]|null} bytes */
  constructor(bytes = null) {
    super();
    this.bytes = bytes;
  }
  getEncoding() {
    return MatcherInputBase.Encoding.UTF_8;
  }
  /**
  *
  * @returns {string}
  */
  asCharSequence() {
    return Utils.utf8ByteArrayToString(this.bytes);
  }
  /**
  *
  * @returns {Uint8Array|number[]|null}
  */
  asBytes() {
    return this.bytes;
  }
  /**
  *
  * @returns {number}
  */
  length() {
    return this.bytes.length;
  }
};
var Utf16MatcherInput = class extends MatcherInputBase {
  /** @param {string|null} charSequence */
  constructor(charSequence = null) {
    super();
    this.charSequence = charSequence;
  }
  getEncoding() {
    return MatcherInputBase.Encoding.UTF_16;
  }
  /**
  *
  * @returns {string}
  */
  asCharSequence() {
    return this.charSequence;
  }
  /**
  *
  * @returns {number[]}
  */
  asBytes() {
    return Utils.stringToUtf8ByteArray(this.charSequence.toString());
  }
  /**
  *
  * @returns {number}
  */
  length() {
    return this.charSequence.length;
  }
};
var MatcherInput = class {
  /**
  * Return the MatcherInput for UTF_16 encoding.
  * @returns {Utf16MatcherInput}
  */
  static utf16(charSequence) {
    Utils.checkInput(charSequence);
    return new Utf16MatcherInput(charSequence);
  }
  /**
  * Return the MatcherInput for UTF_8 encoding.
  * @returns {Utf8MatcherInput}
  */
  static utf8(input) {
    if (Utils.isByteArray(input)) return new Utf8MatcherInput(input);
    return new Utf8MatcherInput(Utils.stringToUtf8ByteArray(input));
  }
};
var MachineInputBase = class {
  static EOF() {
    return -8;
  }
  constructor() {
    this.start = 0;
    this.end = 0;
  }
  canCheckPrefix() {
    return true;
  }
  endPos() {
    return this.end - this.start;
  }
  hasString() {
    return false;
  }
  hasAnyString() {
    return false;
  }
  prefixLength() {
    return 0;
  }
};
var MachineUTF8Input = class MachineUTF8Input2 extends MachineInputBase {
  static RUNE_ERROR_STEP = Unicode.RUNE_ERROR << 3 | 1;
  constructor(bytes, start2 = 0, end = bytes.length) {
    super();
    this.bytes = bytes;
    this.start = start2;
    this.end = end;
  }
  hasString(prefilter, pos) {
    const target = prefilter.bytes;
    if (target.length === 0) return true;
    const idx = this.indexOf(this.bytes, target, this.start + pos);
    return idx !== -1 && idx <= this.end - target.length;
  }
  hasAnyString(prefilter, pos) {
    return prefilter.automaton8().searchUTF8(this.bytes, this.start + pos, this.end);
  }
  step(pos) {
    pos += this.start;
    if (pos >= this.end) return MachineInputBase.EOF();
    const c = this.bytes[pos] & 255;
    if (c < 128) return c << 3 | 1;
    let size;
    let rune;
    let lo = 128;
    let hi = 191;
    if (c >= 194 && c <= 223) {
      size = 2;
      rune = c & 31;
    } else if (c >= 224 && c <= 239) {
      size = 3;
      rune = c & 15;
      if (c === 224) lo = 160;
      else if (c === 237) hi = 159;
    } else if (c >= 240 && c <= 244) {
      size = 4;
      rune = c & 7;
      if (c === 240) lo = 144;
      else if (c === 244) hi = 143;
    } else return MachineUTF8Input2.RUNE_ERROR_STEP;
    if (pos + size > this.end) return MachineUTF8Input2.RUNE_ERROR_STEP;
    const c1 = this.bytes[pos + 1] & 255;
    if (c1 < lo || c1 > hi) return MachineUTF8Input2.RUNE_ERROR_STEP;
    rune = rune << 6 | c1 & 63;
    if (size > 2) {
      const c2 = this.bytes[pos + 2] & 255;
      if ((c2 & 192) !== 128) return MachineUTF8Input2.RUNE_ERROR_STEP;
      rune = rune << 6 | c2 & 63;
      if (size > 3) {
        const c3 = this.bytes[pos + 3] & 255;
        if ((c3 & 192) !== 128) return MachineUTF8Input2.RUNE_ERROR_STEP;
        rune = rune << 6 | c3 & 63;
      }
    }
    return rune << 3 | size;
  }
  index(re2, pos) {
    pos += this.start;
    const i = this.indexOf(this.bytes, re2.prefixUTF8, pos);
    return i < 0 ? i : i - pos;
  }
  context(pos) {
    pos += this.start;
    let r1 = -1;
    if (pos > this.start && pos <= this.end) {
      let start2 = pos - 1;
      r1 = this.bytes[start2--];
      if (r1 >= 128) {
        let lim = pos - 4;
        if (lim < this.start) lim = this.start;
        while (start2 >= lim && (this.bytes[start2] & 192) === 128) start2--;
        if (start2 < this.start) start2 = this.start;
        const r = this.step(start2 - this.start);
        r1 = start2 + (r & 7) === pos ? r >> 3 : Unicode.RUNE_ERROR;
      }
    }
    const r2 = pos < this.end ? this.step(pos - this.start) >> 3 : -1;
    return Utils.emptyOpContext(r1, r2);
  }
  indexOf(source, target, fromIndex = 0) {
    let targetLength = target.length;
    if (targetLength === 0) return fromIndex <= this.end ? fromIndex : -1;
    const firstByte = target[0];
    let limit = this.end - targetLength;
    const hasNativeIndexOf = typeof source.indexOf === "function";
    let i = fromIndex;
    while (i <= limit) {
      if (hasNativeIndexOf) {
        i = source.indexOf(firstByte, i);
        if (i === -1 || i > limit) return -1;
      } else {
        while (i <= limit && source[i] !== firstByte) i++;
        if (i > limit) return -1;
      }
      let match = true;
      for (let j = 1; j < targetLength; j++) if (source[i + j] !== target[j]) {
        match = false;
        break;
      }
      if (match) return i;
      i++;
    }
    return -1;
  }
  prefixLength(re2) {
    return re2.prefixUTF8.length;
  }
};
var MachineUTF16Input = class extends MachineInputBase {
  constructor(charSequence, start2 = 0, end = charSequence.length) {
    super();
    this.charSequence = charSequence;
    this.start = start2;
    this.end = end;
  }
  hasString(prefilter, pos) {
    const idx = this.charSequence.indexOf(prefilter.str, this.start + pos);
    return idx !== -1 && idx <= this.end - prefilter.str.length;
  }
  hasAnyString(prefilter, pos) {
    return prefilter.automaton16().searchUTF16(this.charSequence, this.start + pos, this.end);
  }
  step(pos) {
    pos += this.start;
    if (pos >= this.end) return MachineInputBase.EOF();
    const c1 = this.charSequence.charCodeAt(pos);
    if (c1 < Unicode.MIN_HIGH_SURROGATE || c1 > Unicode.MAX_HIGH_SURROGATE || pos + 1 >= this.end) return c1 << 3 | 1;
    const c2 = this.charSequence.charCodeAt(pos + 1);
    if (c2 >= Unicode.MIN_LOW_SURROGATE && c2 <= Unicode.MAX_LOW_SURROGATE) return (c1 - Unicode.MIN_HIGH_SURROGATE) * 1024 + (c2 - Unicode.MIN_LOW_SURROGATE) + Unicode.MIN_SUPPLEMENTARY_CODE_POINT << 3 | 2;
    return c1 << 3 | 1;
  }
  index(re2, pos) {
    pos += this.start;
    const i = this.charSequence.indexOf(re2.prefix, pos);
    if (i < 0 || i > this.end - re2.prefix.length) return -1;
    return i - pos;
  }
  context(pos) {
    pos += this.start;
    const r1 = pos > this.start && pos <= this.end ? this.charSequence.charCodeAt(pos - 1) : -1;
    const r2 = pos < this.end ? this.charSequence.charCodeAt(pos) : -1;
    return Utils.emptyOpContext(r1, r2);
  }
  prefixLength(re2) {
    return re2.prefix.length;
  }
};
var MachineInput = class {
  static fromUTF8(bytes, start2 = 0, end = bytes.length) {
    return new MachineUTF8Input(bytes, start2, end);
  }
  static fromUTF16(charSequence, start2 = 0, end = void 0) {
    Utils.checkInput(charSequence);
    return new MachineUTF16Input(charSequence, start2, end ?? charSequence.length);
  }
};
var Matcher = class Matcher2 {
  /**
  * V8 and WebKit have historical hard limits on the number of arguments
  * that can be passed to a function. We cap replacer arguments to prevent
  * Call Stack Overflow (DoS) vulnerabilities on massive ASTs.
  */
  static MAX_REPLACER_ARGS = 65535;
  /**
  * Quotes '\' and '$' in {@code s}, so that the returned string could be used in
  * {@link #appendReplacement} as a literal replacement of {@code s}.
  *
  * @param {string} str the string to be quoted
  * @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
  * @returns {string} the quoted string
  */
  static quoteReplacement(str, javaMode = false) {
    if (javaMode) {
      if (str.indexOf("\\") < 0 && str.indexOf("$") < 0) return str;
      return str.split("").map((s) => {
        const c = s.codePointAt(0);
        if (c === Codepoint.CODES["\\"] || c === Codepoint.CODES["$"]) return `\\${s}`;
        return s;
      }).join("");
    }
    if (str.indexOf("$") < 0) return str;
    return str.split("").map((s) => {
      if (s.codePointAt(0) === Codepoint.CODES["$"]) return "$$";
      return s;
    }).join("");
  }
  /**
  *
  * @param {import('./index.js').RE2JS} pattern
  * @param {string|number[]|Uint8Array|MatcherInputBase} input
  */
  constructor(pattern, input) {
    if (pattern === null) throw new Error("pattern is null");
    this.patternInput = pattern;
    const re2 = this.patternInput.re2();
    this.patternGroupCount = re2.numberOfCapturingGroups();
    this.groups = [];
    this.namedGroups = re2.namedGroups;
    this.hasNamedGroups = Object.keys(this.namedGroups).length > 0;
    this.numberOfInstructions = re2.numberOfInstructions();
    this.lookbehindState = null;
    if (input instanceof MatcherInputBase) this.resetMatcherInput(input);
    else if (Utils.isByteArray(input)) this.resetMatcherInput(MatcherInput.utf8(input));
    else this.resetMatcherInput(MatcherInput.utf16(input));
  }
  /**
  * Returns the {@code RE2JS} associated with this {@code Matcher}.
  * @returns {import('./index.js').RE2JS}
  */
  pattern() {
    return this.patternInput;
  }
  /**
  * Resets the {@code Matcher}, rewinding input and discarding any match information.
  *
  * @returns {Matcher} the {@code Matcher} itself, for chained method calls
  */
  reset() {
    this.matcherInputLength = this.matcherInput.length();
    this.appendPos = 0;
    this.hasMatch = false;
    this.hasGroups = false;
    this.anchorFlag = 0;
    return this;
  }
  /**
  * Resets the {@code Matcher} and changes the input.
  * @param {string|number[]|Uint8Array|MatcherInputBase} input
  * @returns {Matcher} the {@code Matcher} itself, for chained method calls
  */
  resetMatcherInput(input) {
    if (input === null) throw new Error("input is null");
    if (!(input instanceof MatcherInputBase)) {
      if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
      else input = MatcherInput.utf16(input);
    }
    this.matcherInput = input;
    if (this.lookbehindState !== null) this.lookbehindState.reset();
    else this.lookbehindState = this.patternInput.re2().createLookbehindState();
    this.reset();
    return this;
  }
  /**
  * Returns the start of the named group of the most recent match, or -1 if the group was not
  * matched.
  * @param {string|number} [group=0]
  * @returns {number}
  */
  start(group = 0) {
    if (typeof group === "string") {
      const groupInt = this.namedGroups[group];
      if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
      group = groupInt;
    }
    this.loadGroup(group);
    return this.groups[2 * group];
  }
  /**
  * Returns the end of the named group of the most recent match, or -1 if the group was not
  * matched.
  * @param {string|number} [group=0]
  * @returns {number}
  */
  end(group = 0) {
    if (typeof group === "string") {
      const groupInt = this.namedGroups[group];
      if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
      group = groupInt;
    }
    this.loadGroup(group);
    return this.groups[2 * group + 1];
  }
  /**
  * Returns the program size of this pattern.
  *
  * <p>
  * Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
  * "cost". Larger numbers are more expensive than smaller numbers.
  * </p>
  *
  * @returns {number} the program size of this pattern
  */
  programSize() {
    return this.numberOfInstructions;
  }
  /**
  * Returns the named group of the most recent match, or {@code null} if the group was not matched.
  * @param {string|number} [group=0]
  * @returns {string|null}
  */
  group(group = 0) {
    if (typeof group === "string") {
      const groupInt = this.namedGroups[group];
      if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
      group = groupInt;
    }
    const start2 = this.start(group);
    const end = this.end(group);
    if (start2 < 0 && end < 0) return null;
    return this.substring(start2, end);
  }
  /**
  * Returns a dictionary map of all named capturing groups and their matched values.
  * If a group was not matched, its value will be `null`.
  * @returns {Record<string, string|null>}
  */
  getNamedGroups() {
    if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
    const result = /* @__PURE__ */ Object.create(null);
    for (const name of Object.keys(this.namedGroups)) result[name] = this.group(name);
    return result;
  }
  /**
  * Returns the number of subgroups in this pattern.
  *
  * @returns {number} the number of subgroups; the overall match (group 0) does not count
  */
  groupCount() {
    return this.patternGroupCount;
  }
  /**
  * Helper: finds subgroup information if needed for group.
  * @param {number} group
  * @private
  */
  loadGroup(group) {
    if (!Number.isInteger(group) || group < 0 || group > this.patternGroupCount) throw new RE2JSGroupException(`Group index out of bounds: ${group}`);
    if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
    if (group === 0 || this.hasGroups) return;
    const end = this.matcherInputLength;
    const res = this.patternInput.re2().matchMachineInput(this.matcherInput, this.groups[0], end, this.anchorFlag, 1 + this.patternGroupCount, this.lookbehindState);
    if (!res[0]) throw new RE2JSGroupException("inconsistency in matching group data");
    this.groups = res[1];
    this.hasGroups = true;
  }
  /**
  * Matches the entire input against the pattern (anchored start and end). If there is a match,
  * {@code matches} sets the match state to describe it.
  *
  * @returns {boolean} true if the entire input matches the pattern
  */
  matches() {
    return this.genMatch(0, RE2Flags.ANCHOR_BOTH);
  }
  /**
  * Matches the beginning of input against the pattern (anchored start). If there is a match,
  * {@code lookingAt} sets the match state to describe it.
  *
  * @returns {boolean} true if the beginning of the input matches the pattern
  */
  lookingAt() {
    return this.genMatch(0, RE2Flags.ANCHOR_START);
  }
  /**
  * Matches the input against the pattern (unanchored), starting at a specified position. If there
  * is a match, {@code find} sets the match state to describe it.
  *
  * @param {number|null} [start=null] the input position where the search begins
  * @returns {boolean} if it finds a match
  * @throws IndexOutOfBoundsException if start is not a valid input position
  */
  find(start2 = null) {
    if (start2 !== null) {
      if (!Number.isInteger(start2) || start2 < 0 || start2 > this.matcherInputLength) throw new RE2JSGroupException(`start index out of bounds: ${start2}`);
      this.reset();
      return this.genMatch(start2, 0);
    }
    start2 = 0;
    if (this.hasMatch) {
      start2 = this.groups[1];
      if (this.groups[0] === this.groups[1]) {
        const r = (this.matcherInput.isUTF16Encoding() ? MachineInput.fromUTF16(this.matcherInput.asCharSequence(), 0, this.matcherInputLength) : MachineInput.fromUTF8(this.matcherInput.asBytes(), 0, this.matcherInputLength)).step(start2);
        if (r < 0) start2++;
        else start2 += r & 7;
      }
    }
    return this.genMatch(start2, RE2Flags.UNANCHORED);
  }
  /**
  * Helper: does match starting at start, with RE2 anchor flag.
  * @param {number} startByte
  * @param {number} anchor
  * @returns {boolean}
  * @private
  */
  genMatch(startByte, anchor) {
    const res = this.patternInput.re2().matchMachineInput(this.matcherInput, startByte, this.matcherInputLength, anchor, 1, this.lookbehindState);
    if (!res[0]) {
      this.hasMatch = false;
      return false;
    }
    this.groups = res[1];
    this.hasMatch = true;
    this.hasGroups = this.patternGroupCount === 0;
    this.anchorFlag = anchor;
    return true;
  }
  /**
  * Helper: return substring for [start, end).
  * @param {number} start
  * @param {number} end
  * @returns {string}
  */
  substring(start2, end) {
    if (this.matcherInput.isUTF8Encoding()) return Utils.utf8ByteArrayToString(this.matcherInput.asBytes().slice(start2, end));
    return this.matcherInput.asCharSequence().substring(start2, end).toString();
  }
  /**
  * Helper for Pattern: return input length.
  * @returns {number}
  */
  inputLength() {
    return this.matcherInputLength;
  }
  /**
  * Appends to result two strings: the text from the append position up to the beginning of the
  * most recent match, and then the replacement with submatch groups substituted for references to
  * them. It advances the append position to where the most recent match ended.
  *
  * By default the replacement is expanded as by String.prototype.replace (see
  * appendReplacementInternalJs). In Java mode it follows re2j / java.util.regex: $n takes as
  * many digits as still form a valid group number, ${name} is a named group, and a backslash
  * escapes the next character (so "\\$" in a JS string literal inserts a literal $).
  *
  * @param {string} replacement the replacement string
  * @param {boolean} [javaMode=false] activate java mode (different behaviour for capture groups and special characters)
  * @returns {string}
  * @throws IllegalStateException if there was no most recent match
  * @throws IndexOutOfBoundsException in Java mode, if replacement refers to an invalid group
  * @private
  */
  appendReplacement(replacement, javaMode = false) {
    let res = "";
    const s = this.start();
    const e = this.end();
    if (this.appendPos < s) res += this.substring(this.appendPos, s);
    this.appendPos = e;
    res += javaMode ? this.appendReplacementInternalJava(replacement) : this.appendReplacementInternalJs(replacement);
    return res;
  }
  /**
  * @param {string} replacement - the replacement string
  * @returns {string}
  * @private
  */
  appendReplacementInternalJava(replacement) {
    let res = "";
    let last = 0;
    const m = replacement.length;
    let i = 0;
    while (i < m) {
      const cCode = replacement.codePointAt(i);
      if (cCode === Codepoint.CODES["\\"]) {
        if (last < i) res += replacement.substring(last, i);
        i++;
        if (i >= m) throw new RE2JSGroupException("character to be escaped is missing");
        last = i;
        i++;
        continue;
      }
      if (cCode === Codepoint.CODES["$"]) {
        if (last < i) res += replacement.substring(last, i);
        if (i + 1 >= m) throw new RE2JSGroupException("Illegal group reference: group index is missing");
        const nextCode = replacement.codePointAt(i + 1);
        if (Codepoint.CODES["0"] <= nextCode && nextCode <= Codepoint.CODES["9"]) {
          let n = nextCode - Codepoint.CODES["0"];
          let j = i + 2;
          for (; j < m; j++) {
            const digit = replacement.codePointAt(j);
            if (digit < Codepoint.CODES["0"] || digit > Codepoint.CODES["9"] || n * 10 + digit - Codepoint.CODES["0"] > this.patternGroupCount) break;
            n = n * 10 + digit - Codepoint.CODES["0"];
          }
          if (n > this.patternGroupCount) throw new RE2JSGroupException(`n > number of groups: ${n}`);
          const group = this.group(n);
          if (group !== null) res += group;
          i = j;
          last = i;
        } else if (nextCode === Codepoint.CODES["{"]) {
          let j = i + 2;
          while (j < m && replacement.codePointAt(j) !== Codepoint.CODES["}"]) j++;
          if (j >= m) throw new RE2JSGroupException("named capture group is missing trailing '}'");
          const groupName = replacement.substring(i + 2, j);
          const groupVal = this.group(groupName);
          if (groupVal !== null) res += groupVal;
          i = j + 1;
          last = i;
        } else throw new RE2JSGroupException("Illegal group reference");
        continue;
      }
      i++;
    }
    if (last < m) res += replacement.substring(last, m);
    return res;
  }
  /**
  * Expands |replacement| for the current match by the rules of String.prototype.replace
  * (ECMAScript GetSubstitution): $$ is "$", $& the match, $` the text before it, $' the text
  * after it, $n and $nn a group (two digits only when they form a valid group number, so with
  * one group "$10" is group 1 then "0"; an unmatched group is empty), and $<name> a named group
  * (empty when no such group), only when the pattern has named groups. Anything else, such as
  * "$0" or "$<" without a closing ">", is kept as is.
  * @param {string} replacement - the replacement string
  * @returns {string}
  * @private
  */
  appendReplacementInternalJs(replacement) {
    const isDigit2 = (c) => c >= 48 && c <= 57;
    const groupCount = this.patternGroupCount;
    let res = "";
    let i = 0;
    while (i < replacement.length) {
      const dollar = replacement.indexOf("$", i);
      if (dollar < 0) break;
      res += replacement.substring(i, dollar);
      i = dollar;
      const c = replacement.charCodeAt(i + 1);
      if (c === Codepoint.CODES["$"]) {
        res += "$";
        i += 2;
      } else if (c === Codepoint.CODES["&"]) {
        res += this.group(0);
        i += 2;
      } else if (c === Codepoint.CODES["`"]) {
        res += this.substring(0, this.start(0));
        i += 2;
      } else if (c === Codepoint.CODES["'"]) {
        res += this.substring(this.end(0), this.matcherInputLength);
        i += 2;
      } else if (isDigit2(c)) {
        let digits = 1;
        let index = c - 48;
        const c2 = replacement.charCodeAt(i + 2);
        if (isDigit2(c2) && index * 10 + c2 - 48 <= groupCount) {
          digits = 2;
          index = index * 10 + c2 - 48;
        }
        if (index >= 1 && index <= groupCount) {
          const group = this.group(index);
          if (group !== null) res += group;
        } else res += replacement.substring(i, i + 1 + digits);
        i += 1 + digits;
      } else if (c === Codepoint.CODES["<"] && this.hasNamedGroups) {
        const gt = replacement.indexOf(">", i + 2);
        if (gt < 0) {
          res += "$<";
          i += 2;
        } else {
          const name = replacement.substring(i + 2, gt);
          if (Object.hasOwn(this.namedGroups, name)) {
            const group = this.group(name);
            if (group !== null) res += group;
          }
          i = gt + 1;
        }
      } else {
        res += "$";
        i += 1;
      }
    }
    return res + replacement.substring(i);
  }
  /**
  * Return the substring of the input from the append position to the end of the
  * input.
  * @returns {string}
  */
  appendTail() {
    return this.substring(this.appendPos, this.matcherInputLength);
  }
  /**
  * Returns the input with all matches replaced by {@code replacement}, interpreted as for
  * {@code appendReplacement}.
  *
  * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
  * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
  * @returns {string} the input string with the matches replaced
  * @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
  */
  replaceAll(replacement, javaMode = false) {
    return this.replace(replacement, true, javaMode);
  }
  /**
  * Returns the input with the first match replaced by {@code replacement}, interpreted as for
  * {@code appendReplacement}.
  *
  * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
  * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
  * @returns {string} the input string with the first match replaced
  * @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
  */
  replaceFirst(replacement, javaMode = false) {
    return this.replace(replacement, false, javaMode);
  }
  /**
  * Helper: replaceAll/replaceFirst hybrid.
  * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
  * @param {boolean} [all=true] - replace all matches
  * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
  * @returns {string}
  * @private
  */
  replace(replacement, all2 = true, javaMode = false) {
    let res = "";
    this.reset();
    const isFunc = typeof replacement === "function";
    let originalInput = null;
    if (isFunc) {
      if (this.groupCount() >= Matcher2.MAX_REPLACER_ARGS) throw new RE2JSGroupException("Too many capture groups to safely invoke replacer function");
      originalInput = this.matcherInput.isUTF8Encoding() ? this.matcherInput.asBytes() : this.matcherInput.asCharSequence();
    }
    while (this.find()) {
      res += isFunc ? this.appendReplacementFunc(replacement, originalInput) : this.appendReplacement(replacement, javaMode);
      if (!all2) break;
    }
    res += this.appendTail();
    return res;
  }
  /**
  * Evaluates a replacer function for the current match and appends the result,
  * along with any un-matched preceding text, advancing the append position.
  * @param {Function} replacer - the replacer function
  * @param {string|Uint8Array|number[]} originalInput - the cached original input reference
  * @returns {string} the evaluated string to append
  * @private
  */
  appendReplacementFunc(replacer2, originalInput) {
    let res = "";
    const s = this.start();
    const e = this.end();
    if (this.appendPos < s) res += this.substring(this.appendPos, s);
    this.appendPos = e;
    const args = this.matchArray();
    args.push(s, originalInput);
    if (this.hasNamedGroups) args.push(this.namedGroupsObject());
    res += String(replacer2(...args));
    return res;
  }
  /**
  * The match and its groups, as the elements of a JS RegExpExecArray: undefined for a group that
  * did not take part in the match. Used by exec(), matchAll() and replacer functions.
  * @returns {Array<string|undefined>}
  * @private
  */
  matchArray() {
    const result = [this.group(0)];
    for (let i = 1; i <= this.patternGroupCount; i++) {
      const group = this.group(i);
      result.push(group === null ? void 0 : group);
    }
    return result;
  }
  /**
  * The named groups, as the groups property of a JS RegExpExecArray: an object without a
  * prototype mapping each name to its group (undefined when it did not take part in the match),
  * or undefined when the pattern has no named groups.
  * @returns {Record<string, string|undefined>|undefined}
  * @private
  */
  namedGroupsObject() {
    if (!this.hasNamedGroups) return;
    const result = this.getNamedGroups();
    for (const name in result) if (result[name] === null) result[name] = void 0;
    return result;
  }
};
var Inst = class Inst2 {
  static ALT = 1;
  static ALT_MATCH = 2;
  static CAPTURE = 3;
  static EMPTY_WIDTH = 4;
  static FAIL = 5;
  static MATCH = 6;
  static NOP = 7;
  static RUNE = 8;
  static RUNE1 = 9;
  static RUNE_ANY = 10;
  static RUNE_ANY_NOT_NL = 11;
  static LB_WRITE = 12;
  static LB_CHECK = 13;
  static isRuneOp(op) {
    return Inst2.RUNE <= op && op <= Inst2.RUNE_ANY_NOT_NL;
  }
  static escapeRunes(runes) {
    let out = '"';
    for (let rune of runes) out += Utils.escapeRune(rune);
    out += '"';
    return out;
  }
  constructor(op) {
    this.op = op;
    this.out = 0;
    this.arg = 0;
    this.runes = /* @__PURE__ */ new Int32Array(0);
    this.next = null;
  }
  matchRune(r) {
    if (this.runes.length === 1) {
      const r0 = this.runes[0];
      if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r);
      return r === r0;
    }
    const len = this.runes.length;
    if (len === 0) return false;
    if (len === 2 || len === 4 || len === 6 || len === 8) {
      for (let j = 0; j < len; j += 2) {
        if (r < this.runes[j]) return false;
        if (r <= this.runes[j + 1]) return true;
      }
      return false;
    }
    let base = 0;
    let n = len >> 1;
    while (n > 1) {
      const half = n >> 1;
      base += this.runes[base + half << 1] <= r ? half : 0;
      n -= half;
    }
    base += this.runes[base << 1] <= r ? 1 : 0;
    const m = base - 1;
    return m >= 0 && r <= this.runes[m << 1 | 1];
  }
  matchRunePos(r) {
    if (this.runes.length === 1) {
      const r0 = this.runes[0];
      if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r) ? 0 : -1;
      return r === r0 ? 0 : -1;
    }
    const len = this.runes.length;
    if (len === 0) return -1;
    if (len === 2 || len === 4 || len === 6 || len === 8) {
      for (let j = 0; j < len; j += 2) {
        if (r < this.runes[j]) return -1;
        if (r <= this.runes[j + 1]) return Math.floor(j / 2);
      }
      return -1;
    }
    let base = 0;
    let n = len >> 1;
    while (n > 1) {
      const half = n >> 1;
      base += this.runes[base + half << 1] <= r ? half : 0;
      n -= half;
    }
    base += this.runes[base << 1] <= r ? 1 : 0;
    const m = base - 1;
    return m >= 0 && r <= this.runes[m << 1 | 1] ? m : -1;
  }
  /**
  *
  * @returns {string}
  */
  toString() {
    switch (this.op) {
      case Inst2.ALT:
        return `alt -> ${this.out}, ${this.arg}`;
      case Inst2.ALT_MATCH:
        return `altmatch -> ${this.out}, ${this.arg}`;
      case Inst2.CAPTURE:
        return `cap ${this.arg} -> ${this.out}`;
      case Inst2.EMPTY_WIDTH:
        return `empty ${this.arg} -> ${this.out}`;
      case Inst2.MATCH:
        return `match${this.arg !== 0 ? ` ${this.arg}` : ""}`;
      case Inst2.FAIL:
        return "fail";
      case Inst2.NOP:
        return `nop -> ${this.out}`;
      case Inst2.LB_WRITE:
        return `lbwrite ${this.arg} -> ${this.out}`;
      case Inst2.LB_CHECK:
        return `lbcheck ${this.arg} -> ${this.out}`;
      case Inst2.RUNE:
        if (this.runes === null) return "rune <null>";
        return [
          "rune ",
          Inst2.escapeRunes(this.runes),
          (this.arg & RE2Flags.FOLD_CASE) !== 0 ? "/i" : "",
          " -> ",
          this.out
        ].join("");
      case Inst2.RUNE1:
        return `rune1 ${Inst2.escapeRunes(this.runes)} -> ${this.out}`;
      case Inst2.RUNE_ANY:
        return `any -> ${this.out}`;
      case Inst2.RUNE_ANY_NOT_NL:
        return `anynotnl -> ${this.out}`;
      default:
        throw new Error("unhandled case in Inst.toString");
    }
  }
};
var Queue = class Queue2 {
  constructor(numInst) {
    this.sparse = new Int32Array(numInst);
    this.densePcs = new Int32Array(numInst);
    this.denseCaps = null;
    this.size = 0;
    this.ncap = 0;
    this.mainThreads = 0;
  }
  static INITIAL_THREADS = 32;
  init(ncap) {
    this.ncap = ncap;
    const needed = Math.min(this.densePcs.length, Queue2.INITIAL_THREADS) * ncap;
    if (!this.denseCaps || this.denseCaps.length < needed) this.denseCaps = new Int32Array(needed);
  }
  growCaps(needed) {
    const limit = this.densePcs.length * this.ncap;
    const grown = new Int32Array(Math.min(limit, Math.max(needed, 2 * this.denseCaps.length)));
    grown.set(this.denseCaps);
    this.denseCaps = grown;
  }
  contains(pc) {
    const j = this.sparse[pc];
    return j < this.size && this.densePcs[j] === pc;
  }
  isEmpty() {
    return this.size === 0;
  }
  add(pc) {
    const j = this.size++;
    this.sparse[pc] = j;
    this.densePcs[j] = pc;
    return j;
  }
  clear() {
    this.size = 0;
    this.mainThreads = 0;
  }
  toString() {
    let out = "{";
    for (let i = 0; i < this.size; i++) {
      if (i !== 0) out += ", ";
      out += this.densePcs[i];
    }
    out += "}";
    return out;
  }
};
var LookbehindState = class {
  constructor(prog) {
    this.pos = -1;
    this.pcs = new Int32Array(prog.numInst());
    this.size = 0;
    this.lbTable = new Int32Array(prog.numLb + 1);
  }
  reset() {
    this.pos = -1;
    this.size = 0;
  }
};
var Machine = class Machine2 {
  static fromRE2(re2) {
    const m = new Machine2();
    m.prog = re2.prog;
    m.re2 = re2;
    m.q0 = new Queue(m.prog.numInst());
    m.q1 = new Queue(m.prog.numInst());
    m.addStack = new Int32Array(2 * (m.prog.numInst() + 1));
    m.matched = false;
    m.matchcap = new Int32Array(m.prog.numCap < 2 ? 2 : m.prog.numCap);
    m.ncap = 0;
    return m;
  }
  constructor() {
    this.prog = null;
    this.re2 = null;
    this.q0 = null;
    this.q1 = null;
    this.addStack = null;
    this.matched = false;
    this.matchcap = null;
    this.ncap = 0;
    this.lbTable = null;
  }
  init(ncap) {
    this.ncap = ncap;
    if (ncap > this.matchcap.length) this.matchcap = new Int32Array(ncap).fill(-1);
    else this.matchcap.fill(-1);
    this.q0.init(ncap);
    this.q1.init(ncap);
    if (this.prog.numLb > 0) {
      if (!this.lbTable || this.lbTable.length < this.prog.numLb + 1) this.lbTable = new Int32Array(this.prog.numLb + 1);
      this.lbTable.fill(-1);
    }
  }
  submatches() {
    if (this.ncap === 0) return Utils.emptyInts();
    return Utils.toArray(this.matchcap.subarray(0, this.ncap));
  }
  match(input, pos, anchor, lbState = null) {
    const startCond = this.re2.cond;
    if (startCond === Utils.EMPTY_ALL) return false;
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
    this.matched = false;
    this.matchcap.fill(-1);
    const hasLookbehinds = this.prog.numLb > 0;
    const matchStartPos = pos;
    let currentPos = pos;
    let resumeLookbehinds = false;
    if (hasLookbehinds) {
      if (lbState !== null && lbState.pos >= 0 && lbState.pos <= pos) {
        currentPos = lbState.pos;
        resumeLookbehinds = true;
      } else currentPos = 0;
    }
    let saveLookbehinds = hasLookbehinds && lbState !== null;
    let runq = this.q0;
    let nextq = this.q1;
    let r = input.step(currentPos);
    let rune = r >> 3;
    let width = r & 7;
    let rune1 = -1;
    let width1 = 0;
    if (r !== MachineInputBase.EOF()) {
      r = input.step(currentPos + width);
      rune1 = r >> 3;
      width1 = r & 7;
    }
    let flag2;
    if (currentPos === 0) flag2 = Utils.emptyOpContext(-1, rune);
    else flag2 = input.context(currentPos);
    if (hasLookbehinds) {
      if (resumeLookbehinds) this.restoreLookbehinds(lbState, runq, flag2);
      else this.spawnLookbehinds(runq, currentPos, flag2);
    }
    while (true) {
      if (runq.mainThreads === 0) {
        if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
        if (this.matched) break;
        if (this.prog.numLb === 0 && runq.isEmpty() && !(this.re2.prefix.length === 0) && rune1 !== this.re2.prefixRune && input.canCheckPrefix()) {
          const advance = input.index(this.re2, currentPos);
          if (advance < 0) break;
          currentPos += advance;
          r = input.step(currentPos);
          rune = r >> 3;
          width = r & 7;
          r = input.step(currentPos + width);
          rune1 = r >> 3;
          width1 = r & 7;
          flag2 = input.context(currentPos);
        }
      }
      if (currentPos >= matchStartPos) {
        if (saveLookbehinds) {
          this.saveLookbehinds(lbState, runq, currentPos);
          saveLookbehinds = false;
        }
        if (!this.matched && (currentPos === 0 || anchor === RE2Flags.UNANCHORED)) {
          if (this.ncap > 0) this.matchcap[0] = currentPos;
          this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag2);
        }
      }
      const nextPos = currentPos + width;
      flag2 = input.context(nextPos);
      this.step(runq, nextq, currentPos, nextPos, rune, flag2, anchor, currentPos === input.endPos());
      if (width === 0) break;
      if (this.ncap === 0 && this.matched) break;
      currentPos += width;
      rune = rune1;
      width = width1;
      if (rune !== -1) {
        r = input.step(currentPos + width);
        rune1 = r >> 3;
        width1 = r & 7;
      }
      const tmpq = runq;
      runq = nextq;
      nextq = tmpq;
    }
    runq.clear();
    nextq.clear();
    return this.matched;
  }
  matchSet(input, pos, anchor) {
    const startCond = this.re2.cond;
    if (startCond === Utils.EMPTY_ALL) return [];
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
    let currentPos = this.prog.numLb > 0 ? 0 : pos;
    let matchStartPos = pos;
    let runq = this.q0;
    let nextq = this.q1;
    let r = input.step(currentPos);
    let rune = r >> 3;
    let width = r & 7;
    let rune1 = -1;
    let width1 = 0;
    if (r !== MachineInputBase.EOF()) {
      r = input.step(currentPos + width);
      rune1 = r >> 3;
      width1 = r & 7;
    }
    let flag2 = currentPos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(currentPos);
    const matches2 = /* @__PURE__ */ new Set();
    if (this.prog.numLb > 0) this.spawnLookbehinds(runq, currentPos, flag2);
    while (true) {
      if (runq.mainThreads === 0) {
        if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
      }
      if (currentPos === 0 || anchor === RE2Flags.UNANCHORED) {
        if (currentPos >= matchStartPos) this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag2);
      }
      const nextPos = currentPos + width;
      flag2 = input.context(nextPos);
      for (let j = 0; j < runq.size; j++) {
        const pc = runq.densePcs[j];
        const i = this.prog.inst[pc];
        const capOffset = j * this.ncap;
        let add = false;
        switch (i.op) {
          case Inst.MATCH:
            if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== input.endPos()) break;
            matches2.add(i.arg);
            break;
          case Inst.RUNE:
            add = i.matchRune(rune);
            break;
          case Inst.RUNE1:
            add = rune === i.runes[0];
            break;
          case Inst.RUNE_ANY:
            add = true;
            break;
          case Inst.RUNE_ANY_NOT_NL:
            add = rune !== 10;
            break;
          default:
            continue;
        }
        if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, flag2);
      }
      runq.clear();
      if (width === 0) break;
      currentPos += width;
      rune = rune1;
      width = width1;
      if (rune !== -1) {
        r = input.step(currentPos + width);
        rune1 = r >> 3;
        width1 = r & 7;
      }
      const tmpq = runq;
      runq = nextq;
      nextq = tmpq;
    }
    nextq.clear();
    return Array.from(matches2).sort((a, b) => a - b);
  }
  step(runq, nextq, pos, nextPos, c, nextCond, anchor, atEnd) {
    const longest3 = this.re2.longest;
    for (let j = 0; j < runq.size; j++) {
      const pc = runq.densePcs[j];
      const capOffset = j * this.ncap;
      if (longest3 && this.matched && this.ncap > 0 && this.matchcap[0] < runq.denseCaps[capOffset]) continue;
      const i = this.prog.inst[pc];
      let add = false;
      switch (i.op) {
        case Inst.MATCH:
          if (anchor === RE2Flags.ANCHOR_BOTH && !atEnd) break;
          if (this.ncap > 0 && (!longest3 || !this.matched || this.matchcap[1] < pos)) {
            runq.denseCaps[capOffset + 1] = pos;
            for (let k = 0; k < this.ncap; k++) this.matchcap[k] = runq.denseCaps[capOffset + k];
          }
          if (!longest3) runq.size = 0;
          this.matched = true;
          break;
        case Inst.RUNE:
          add = i.matchRune(c);
          break;
        case Inst.RUNE1:
          add = c === i.runes[0];
          break;
        case Inst.RUNE_ANY:
          add = true;
          break;
        case Inst.RUNE_ANY_NOT_NL:
          add = c !== 10;
          break;
        default:
          continue;
      }
      if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, nextCond);
    }
    runq.clear();
  }
  spawnLookbehinds(q, pos, flag2) {
    for (let i = 0; i < this.prog.lbStarts.length; i++) this.add(q, this.prog.lbStarts[i], pos, this.matchcap, 0, flag2);
  }
  restoreLookbehinds(lbState, q, flag2) {
    this.lbTable.set(lbState.lbTable);
    for (let j = 0; j < lbState.size; j++) this.add(q, lbState.pcs[j], lbState.pos, this.matchcap, 0, flag2);
  }
  saveLookbehinds(lbState, q, pos) {
    let size = 0;
    for (let j = 0; j < q.size; j++) {
      const pc = q.densePcs[j];
      if (this.prog.lbInst[pc] === 1 && Inst.isRuneOp(this.prog.inst[pc].op)) lbState.pcs[size++] = pc;
    }
    lbState.size = size;
    lbState.pos = pos;
    lbState.lbTable.set(this.lbTable);
  }
  add(q, pc, pos, capArray, capOffset, cond) {
    const stk = this.addStack;
    let nstk = 0;
    for (; ; ) {
      while (pc !== 0 && !q.contains(pc)) {
        const d = q.add(pc);
        const inst = this.prog.inst[pc];
        switch (inst.op) {
          case Inst.FAIL:
            pc = 0;
            break;
          case Inst.ALT:
          case Inst.ALT_MATCH:
            stk[nstk++] = inst.arg;
            stk[nstk++] = 0;
            pc = inst.out;
            break;
          case Inst.EMPTY_WIDTH:
            pc = (inst.arg & ~cond) === 0 ? inst.out : 0;
            break;
          case Inst.NOP:
            pc = inst.out;
            break;
          case Inst.CAPTURE:
            if (inst.arg < this.ncap) {
              stk[nstk++] = -inst.arg - 1;
              stk[nstk++] = capArray[capOffset + inst.arg];
              capArray[capOffset + inst.arg] = pos;
            }
            pc = inst.out;
            break;
          case Inst.LB_WRITE:
            this.lbTable[Math.abs(inst.arg)] = pos;
            pc = inst.out;
            break;
          case Inst.LB_CHECK:
            if (inst.arg > 0) pc = this.lbTable[inst.arg] === pos ? inst.out : 0;
            else pc = this.lbTable[-inst.arg] !== pos ? inst.out : 0;
            break;
          case Inst.MATCH:
          case Inst.RUNE:
          case Inst.RUNE1:
          case Inst.RUNE_ANY:
          case Inst.RUNE_ANY_NOT_NL:
            if (this.prog.lbInst[pc] === 0) q.mainThreads++;
            if (this.ncap > 0) {
              const destOffset = d * this.ncap;
              if (destOffset + this.ncap > q.denseCaps.length) q.growCaps(destOffset + this.ncap);
              for (let c = 0; c < this.ncap; c++) q.denseCaps[destOffset + c] = capArray[capOffset + c];
            }
            pc = 0;
            break;
          default:
            throw new RE2JSInternalException("unhandled");
        }
      }
      if (nstk === 0) return;
      nstk -= 2;
      const entry = stk[nstk];
      if (entry < 0) {
        capArray[capOffset - entry - 1] = stk[nstk + 1];
        pc = 0;
      } else pc = entry;
    }
  }
};
var hashState = (pcs, flag2, ids) => {
  let h = -2128831035;
  for (let i = 0; i < pcs.length; i++) {
    h ^= pcs[i];
    h = Math.imul(h, 16777619);
  }
  h ^= flag2;
  h = Math.imul(h, 16777619);
  for (let i = 0; i < ids.length; i++) {
    h ^= ids[i];
    h = Math.imul(h, 16777619);
  }
  return h;
};
var arraysEqual = (a, b) => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};
var isState = (state, pcs, flag2, ids) => state.flag === flag2 && arraysEqual(state.nfaStates, pcs) && arraysEqual(state.matchIDs, ids);
var NO_IDS = [];
var END_TEXT = -1;
var DFAState = class {
  constructor(nfaStates, flag2, matchIDs) {
    this.nfaStates = nfaStates;
    this.flag = flag2;
    this.isMatch = (flag2 & DFA.FLAG_MATCH) !== 0;
    this.matchIDs = matchIDs;
    this.next = null;
    this.nextAnchored = null;
  }
};
var DFA = class DFA2 {
  static FLAG_EMPTY_MASK = 255;
  static FLAG_MATCH = 256;
  static FLAG_LAST_WORD = 512;
  static FLAG_NEED_SHIFT = 16;
  static STATE_OVERHEAD = 150;
  static ARRAY_OVERHEAD = 40;
  static ELEMENT_SIZE = 8;
  static TABLE_OVERHEAD = 48;
  static PROGRESS_PER_STATE = 10;
  constructor(prog, maxMem = 8388608) {
    this.prog = prog;
    this.maxMem = maxMem;
    this.stateCache = /* @__PURE__ */ new Map();
    this.stateCount = 0;
    this.startStates = /* @__PURE__ */ new Map();
    this.failed = false;
    for (let pc = 0; pc < prog.numInst(); pc++) {
      const op = prog.getInst(pc).op;
      if (op === Inst.LB_WRITE || op === Inst.LB_CHECK) {
        this.failed = true;
        break;
      }
    }
    this.computeRuneClasses();
    this.stateBudget = maxMem;
    this.memBudget = maxMem;
  }
  computeRuneClasses() {
    const bounds = /* @__PURE__ */ new Set();
    const addRange = (lo, hi) => {
      bounds.add(lo);
      bounds.add(hi + 1);
    };
    for (let pc = 0; pc < this.prog.numInst(); pc++) {
      const inst = this.prog.getInst(pc);
      switch (inst.op) {
        case Inst.RUNE:
        case Inst.RUNE1:
          if (inst.runes.length === 1) {
            addRange(inst.runes[0], inst.runes[0]);
            if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) for (let f = Unicode.simpleFold(inst.runes[0]); f !== inst.runes[0]; f = Unicode.simpleFold(f)) addRange(f, f);
          } else for (let j = 0; j < inst.runes.length; j += 2) addRange(inst.runes[j], inst.runes[j + 1]);
          break;
        case Inst.RUNE_ANY_NOT_NL:
          addRange(10, 10);
          break;
        case Inst.EMPTY_WIDTH:
          if ((inst.arg & (Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_END_LINE)) !== 0) addRange(10, 10);
          if ((inst.arg & (Utils.EMPTY_WORD_BOUNDARY | Utils.EMPTY_NO_WORD_BOUNDARY)) !== 0) {
            addRange(48, 57);
            addRange(65, 90);
            addRange(95, 95);
            addRange(97, 122);
          }
      }
    }
    bounds.delete(0);
    this.classBounds = Int32Array.from(bounds).sort();
    this.numClasses = this.classBounds.length + 1;
    const latin1Class = new Int32Array(Unicode.MAX_LATIN1 + 1);
    for (let r = 0; r <= Unicode.MAX_LATIN1; r++) latin1Class[r] = this.searchClass(r);
    this.latin1Class = latin1Class;
  }
  runeClass(r) {
    if (r <= Unicode.MAX_LATIN1) return this.latin1Class[r];
    return this.searchClass(r);
  }
  searchClass(r) {
    const bounds = this.classBounds;
    let lo = 0;
    let hi = bounds.length;
    while (lo < hi) {
      const mid = lo + hi >> 1;
      if (bounds[mid] <= r) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }
  closure(pcs, flag2) {
    const closure = /* @__PURE__ */ new Set();
    const stack = Array.from(pcs);
    let needflags = 0;
    while (stack.length > 0) {
      const pc = stack.pop();
      if (pc === 0 || closure.has(pc)) continue;
      closure.add(pc);
      const inst = this.prog.getInst(pc);
      switch (inst.op) {
        case Inst.ALT:
        case Inst.ALT_MATCH:
          stack.push(inst.out);
          stack.push(inst.arg);
          break;
        case Inst.NOP:
        case Inst.CAPTURE:
          stack.push(inst.out);
          break;
        case Inst.EMPTY_WIDTH:
          needflags |= inst.arg;
          if ((inst.arg & ~flag2) === 0) stack.push(inst.out);
      }
    }
    return {
      pcs: Array.from(closure).sort((a, b) => a - b),
      needflags
    };
  }
  getState(pcs, flag2, ids) {
    const hash = hashState(pcs, flag2, ids);
    const cached = this.stateCache.get(hash);
    if (cached instanceof DFAState) {
      if (isState(cached, pcs, flag2, ids)) return cached;
    } else if (cached !== void 0) {
      for (let i = 0; i < cached.length; i++) if (isState(cached[i], pcs, flag2, ids)) return cached[i];
    }
    const cost = DFA2.stateCost(pcs, ids);
    if (this.memBudget < cost) return null;
    this.memBudget -= cost;
    const state = new DFAState(pcs, flag2, ids);
    if (cached === void 0) this.stateCache.set(hash, state);
    else if (cached instanceof DFAState) this.stateCache.set(hash, [cached, state]);
    else cached.push(state);
    this.stateCount++;
    return state;
  }
  static stateCost(pcs, ids) {
    const idsCost = ids.length === 0 ? 0 : DFA2.ARRAY_OVERHEAD + DFA2.ELEMENT_SIZE * ids.length;
    return DFA2.STATE_OVERHEAD + DFA2.ELEMENT_SIZE * pcs.length + idsCost;
  }
  *cachedStates() {
    for (const cached of this.stateCache.values()) if (cached instanceof DFAState) yield cached;
    else yield* cached;
  }
  makeState(pcs, flag2, ids) {
    const closure = this.closure(pcs, flag2 & DFA2.FLAG_EMPTY_MASK);
    let stateFlag = flag2;
    if (closure.needflags === 0) stateFlag &= DFA2.FLAG_MATCH;
    stateFlag |= closure.needflags << DFA2.FLAG_NEED_SHIFT;
    return this.getState(closure.pcs, stateFlag, ids);
  }
  allocTable(state, anchor) {
    const size = this.numClasses + 1;
    const cost = DFA2.TABLE_OVERHEAD + DFA2.ELEMENT_SIZE * size;
    if (this.memBudget < cost) return null;
    this.memBudget -= cost;
    const table = new Array(size).fill(null);
    if (anchor === RE2Flags.UNANCHORED) state.next = table;
    else state.nextAnchored = table;
    return table;
  }
  clearCache() {
    this.stateCache.clear();
    this.stateCount = 0;
    this.startStates.clear();
    this.memBudget = this.stateBudget;
  }
  resetCache(current) {
    this.clearCache();
    return this.getState(current.nfaStates, current.flag, current.matchIDs);
  }
  step(state, cls, rune, anchor) {
    let table = anchor === RE2Flags.UNANCHORED ? state.next : state.nextAnchored;
    if (table !== null) {
      const cached = table[cls];
      if (cached !== null) return cached;
    } else {
      table = this.allocTable(state, anchor);
      if (table === null) return null;
    }
    const needflag = state.flag >>> DFA2.FLAG_NEED_SHIFT;
    const oldbeforeflag = state.flag & DFA2.FLAG_EMPTY_MASK;
    let beforeflag = oldbeforeflag;
    let afterflag = 0;
    if (rune === 10) {
      beforeflag |= Utils.EMPTY_END_LINE;
      afterflag |= Utils.EMPTY_BEGIN_LINE;
    }
    if (rune === END_TEXT) beforeflag |= Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT;
    const islastword = (state.flag & DFA2.FLAG_LAST_WORD) !== 0;
    const isword = rune !== END_TEXT && Utils.isWordRune(rune);
    beforeflag |= isword === islastword ? Utils.EMPTY_NO_WORD_BOUNDARY : Utils.EMPTY_WORD_BOUNDARY;
    let pcs = state.nfaStates;
    if ((beforeflag & ~oldbeforeflag & needflag) !== 0) pcs = this.closure(pcs, beforeflag).pcs;
    const nextPCs = [];
    let ismatch = false;
    let ids = NO_IDS;
    for (let i = 0; i < pcs.length; i++) {
      const inst = this.prog.getInst(pcs[i]);
      if (inst.op === Inst.MATCH) {
        if (!ismatch) {
          ismatch = true;
          ids = [];
        }
        ids.push(inst.arg);
      } else if (rune !== END_TEXT && Inst.isRuneOp(inst.op) && inst.matchRune(rune)) nextPCs.push(inst.out);
    }
    if (ids.length > 1) ids.sort((a, b) => a - b);
    if (anchor === RE2Flags.UNANCHORED && rune !== END_TEXT) nextPCs.push(this.prog.start);
    let flag2 = afterflag;
    if (ismatch) flag2 |= DFA2.FLAG_MATCH;
    if (isword) flag2 |= DFA2.FLAG_LAST_WORD;
    const nextState = this.makeState(nextPCs, flag2, ids);
    if (nextState === null) return null;
    table[cls] = nextState;
    return nextState;
  }
  start(input, pos) {
    const context = input.context(pos);
    let flags;
    if ((context & Utils.EMPTY_BEGIN_TEXT) !== 0) flags = Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
    else if ((context & Utils.EMPTY_BEGIN_LINE) !== 0) flags = Utils.EMPTY_BEGIN_LINE;
    else {
      const r = input.step(pos);
      const nextIsWord = r >= 0 && Utils.isWordRune(r >> 3);
      flags = (context & Utils.EMPTY_WORD_BOUNDARY) !== 0 !== nextIsWord ? DFA2.FLAG_LAST_WORD : 0;
    }
    let state = this.startStates.get(flags);
    if (state === void 0) {
      state = this.makeState([this.prog.start], flags, NO_IDS);
      if (state === null) {
        this.clearCache();
        state = this.makeState([this.prog.start], flags, NO_IDS);
        if (state === null) return null;
      }
      this.startStates.set(flags, state);
    }
    return state;
  }
  stepOrReset(state, cls, rune, anchor, pos, search) {
    let next = this.step(state, cls, rune, anchor);
    if (next !== null) return next;
    if (search.resetPos >= 0 && pos - search.resetPos < DFA2.PROGRESS_PER_STATE * this.stateCount) return null;
    search.resetPos = pos;
    const restored = this.resetCache(state);
    if (restored === null) return null;
    next = this.step(restored, cls, rune, anchor);
    return next;
  }
  run(input, pos, anchor, state, onMatch) {
    const endPos = input.endPos();
    const latin1Class = this.latin1Class;
    const unanchored = anchor === RE2Flags.UNANCHORED;
    const search = { resetPos: -1 };
    let i = pos;
    while (i < endPos) {
      const r = input.step(i);
      const rune = r >> 3;
      const width = r & 7;
      if (width === 0) break;
      const cls = rune <= Unicode.MAX_LATIN1 ? latin1Class[rune] : this.runeClass(rune);
      let next = unanchored && state.next !== null ? state.next[cls] : null;
      if (next === null) {
        next = this.stepOrReset(state, cls, rune, anchor, i, search);
        if (next === null) return null;
      }
      state = next;
      if (state.isMatch && onMatch(state, false)) return true;
      if (!unanchored && state.nfaStates.length === 0) return false;
      i += width;
    }
    state = this.stepOrReset(state, this.numClasses, END_TEXT, anchor, i, search);
    if (state === null) return null;
    return state.isMatch && onMatch(state, true);
  }
  match(input, pos, anchor) {
    if (this.failed) return null;
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
    const startState = this.start(input, pos);
    if (startState === null) return null;
    return this.run(input, pos, anchor, startState, (state, atEnd) => anchor !== RE2Flags.ANCHOR_BOTH || atEnd);
  }
  matchSet(input, pos, anchor) {
    if (this.failed) return null;
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
    const startState = this.start(input, pos);
    if (startState === null) return null;
    const matches2 = /* @__PURE__ */ new Set();
    const collect = (state, atEnd) => {
      if (anchor !== RE2Flags.ANCHOR_BOTH || atEnd) for (let k = 0; k < state.matchIDs.length; k++) matches2.add(state.matchIDs[k]);
      return false;
    };
    if (this.run(input, pos, anchor, startState, collect) === null) return null;
    return Array.from(matches2).sort((a, b) => a - b);
  }
};
var VISITED_BITS = 32;
var MAX_BACKTRACK_PROG = 500;
var INITIAL_JOB_CAPACITY = 256;
var MAX_BACKTRACK_VECTOR = 262144;
var BitState = class {
  constructor() {
    this.end = 0;
    this.cap = /* @__PURE__ */ new Int32Array(0);
    this.matchcap = /* @__PURE__ */ new Int32Array(0);
    this.ncap = 0;
    this.jobPc = new Int32Array(INITIAL_JOB_CAPACITY);
    this.jobArg = new Uint8Array(INITIAL_JOB_CAPACITY);
    this.jobPos = new Int32Array(INITIAL_JOB_CAPACITY);
    this.jobLen = 0;
    this.visited = /* @__PURE__ */ new Uint32Array(0);
  }
  reset(prog, end, ncap) {
    this.end = end;
    this.jobLen = 0;
    this.ncap = ncap;
    const visitedSize = prog.numInst() * (end + 1) + VISITED_BITS - 1 >>> 5;
    if (this.visited.length < visitedSize) this.visited = new Uint32Array(visitedSize);
    else this.visited.fill(0, 0, visitedSize);
    if (this.cap.length < ncap) this.cap = new Int32Array(ncap).fill(-1);
    else this.cap.fill(-1, 0, ncap);
    if (this.matchcap.length < ncap) this.matchcap = new Int32Array(ncap).fill(-1);
    else this.matchcap.fill(-1, 0, ncap);
  }
  shouldVisit(pc, pos) {
    const n = pc * (this.end + 1) + pos;
    const idx = n >>> 5;
    const mask = 1 << (n & 31);
    if ((this.visited[idx] & mask) !== 0) return false;
    this.visited[idx] |= mask;
    return true;
  }
  push(re2, pc, pos, arg) {
    if (re2.prog.getInst(pc).op !== Inst.FAIL && (arg || this.shouldVisit(pc, pos))) {
      if (this.jobLen >= this.jobPc.length) {
        const newSize = this.jobPc.length * 2;
        const newPc = new Int32Array(newSize);
        newPc.set(this.jobPc);
        this.jobPc = newPc;
        const newArg = new Uint8Array(newSize);
        newArg.set(this.jobArg);
        this.jobArg = newArg;
        const newPos = new Int32Array(newSize);
        newPos.set(this.jobPos);
        this.jobPos = newPos;
      }
      this.jobPc[this.jobLen] = pc;
      this.jobArg[this.jobLen] = arg ? 1 : 0;
      this.jobPos[this.jobLen] = pos;
      this.jobLen++;
    }
  }
  tryBacktrack(re2, input, pc, pos, anchor) {
    const longest3 = re2.longest;
    this.push(re2, pc, pos, false);
    while (this.jobLen > 0) {
      this.jobLen--;
      let currentPc = this.jobPc[this.jobLen];
      let arg = this.jobArg[this.jobLen] === 1;
      let currentPos = this.jobPos[this.jobLen];
      let skipShouldVisit = true;
      while (true) {
        if (!skipShouldVisit) {
          if (!this.shouldVisit(currentPc, currentPos)) break;
        }
        skipShouldVisit = false;
        const inst = re2.prog.getInst(currentPc);
        switch (inst.op) {
          case Inst.FAIL:
            break;
          case Inst.ALT:
            if (arg) {
              arg = false;
              currentPc = inst.arg;
              continue;
            } else {
              this.push(re2, currentPc, currentPos, true);
              currentPc = inst.out;
              continue;
            }
          case Inst.ALT_MATCH: {
            const outInst = re2.prog.getInst(inst.out);
            if (Inst.isRuneOp(outInst.op)) {
              this.push(re2, inst.arg, currentPos, false);
              currentPc = inst.arg;
              currentPos = this.end;
              continue;
            }
            this.push(re2, inst.out, this.end, false);
            currentPc = inst.out;
            continue;
          }
          case Inst.RUNE: {
            const r = input.step(currentPos);
            if (r === MachineInputBase.EOF()) break;
            if (!inst.matchRune(r >> 3)) break;
            currentPos += r & 7;
            currentPc = inst.out;
            continue;
          }
          case Inst.RUNE1: {
            const r = input.step(currentPos);
            if (r === MachineInputBase.EOF()) break;
            if (r >> 3 !== inst.runes[0]) break;
            currentPos += r & 7;
            currentPc = inst.out;
            continue;
          }
          case Inst.RUNE_ANY_NOT_NL: {
            const r = input.step(currentPos);
            if (r === MachineInputBase.EOF()) break;
            if (r >> 3 === 10) break;
            currentPos += r & 7;
            currentPc = inst.out;
            continue;
          }
          case Inst.RUNE_ANY: {
            const r = input.step(currentPos);
            if (r === MachineInputBase.EOF()) break;
            currentPos += r & 7;
            currentPc = inst.out;
            continue;
          }
          case Inst.CAPTURE:
            if (arg) {
              this.cap[inst.arg] = currentPos;
              break;
            } else {
              if (inst.arg < this.ncap) {
                this.push(re2, currentPc, this.cap[inst.arg], true);
                this.cap[inst.arg] = currentPos;
              }
              currentPc = inst.out;
              continue;
            }
          case Inst.EMPTY_WIDTH: {
            const flag2 = input.context(currentPos);
            if ((inst.arg & ~flag2) !== 0) break;
            currentPc = inst.out;
            continue;
          }
          case Inst.NOP:
            currentPc = inst.out;
            continue;
          case Inst.MATCH: {
            if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== this.end) break;
            if (this.ncap === 0) return true;
            if (this.ncap > 1) this.cap[1] = currentPos;
            const old = this.matchcap[1];
            if (old === -1 || longest3 && currentPos > 0 && currentPos > old) this.matchcap.set(this.cap);
            if (!longest3) return true;
            if (currentPos === this.end) return true;
            break;
          }
          case Inst.LB_WRITE:
          case Inst.LB_CHECK:
            throw new RE2JSInternalException("Backtracker cannot evaluate Lookbehind instructions");
          default:
            throw new RE2JSInternalException("bad inst");
        }
        break;
      }
    }
    return longest3 && this.matchcap.length > 1 && this.matchcap[1] >= 0;
  }
};
var bitStatePool = [];
var Backtracker = class Backtracker2 {
  static shouldBacktrack(prog) {
    return prog.numInst() <= MAX_BACKTRACK_PROG;
  }
  static maxBitStateLen(prog) {
    if (!Backtracker2.shouldBacktrack(prog)) return 0;
    return Math.floor(MAX_BACKTRACK_VECTOR / prog.numInst());
  }
  static execute(re2, input, pos, anchor, ncap) {
    const startCond = re2.cond;
    if (startCond === Utils.EMPTY_ALL) return null;
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
    if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && pos !== 0) return null;
    const b = bitStatePool.length > 0 ? bitStatePool.pop() : new BitState();
    const end = input.endPos();
    b.reset(re2.prog, end, ncap);
    let matched = false;
    if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 || anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) {
      if (b.ncap > 0) b.cap[0] = pos;
      if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) matched = true;
    } else {
      let width = -1;
      for (; pos <= end && width !== 0; pos += width) {
        if (re2.prefix.length > 0) {
          const advance = input.index(re2, pos);
          if (advance < 0) break;
          pos += advance;
        }
        if (b.ncap > 0) b.cap[0] = pos;
        if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) {
          matched = true;
          break;
        }
        const r = input.step(pos);
        width = r === MachineInputBase.EOF() ? 0 : r & 7;
      }
    }
    if (!matched) {
      bitStatePool.push(b);
      return null;
    }
    const result = ncap === 0 ? [] : Utils.toArray(b.matchcap.subarray(0, ncap));
    bitStatePool.push(b);
    return result;
  }
};
var QueueOnePass = class {
  constructor(size) {
    this.sparse = new Uint32Array(size);
    this.dense = new Uint32Array(size);
    this.size = 0;
    this.nextIndex = 0;
  }
  empty() {
    return this.nextIndex >= this.size;
  }
  next() {
    return this.dense[this.nextIndex++];
  }
  clear() {
    this.size = 0;
    this.nextIndex = 0;
  }
  contains(u) {
    return u < this.sparse.length && this.sparse[u] < this.size && this.dense[this.sparse[u]] === u;
  }
  insert(u) {
    if (!this.contains(u)) this.insertNew(u);
  }
  insertNew(u) {
    if (u >= this.sparse.length) return;
    this.sparse[u] = this.size;
    this.dense[this.size] = u;
    this.size++;
  }
};
var mergeRuneSets = (leftRunes, rightRunes, leftPC, rightPC) => {
  const leftLen = leftRunes.length;
  const rightLen = rightRunes.length;
  let lx = 0, rx = 0;
  const merged2 = [];
  const next = [];
  let ok = true;
  let ix = -1;
  const extend = (isLeft) => {
    const newArray = isLeft ? leftRunes : rightRunes;
    const low = isLeft ? lx : rx;
    const pc = isLeft ? leftPC : rightPC;
    if (ix > 0 && newArray[low] <= merged2[ix]) return false;
    merged2.push(newArray[low], newArray[low + 1]);
    if (isLeft) lx += 2;
    else rx += 2;
    ix += 2;
    next.push(pc);
    return true;
  };
  while (lx < leftLen || rx < rightLen) {
    if (rx >= rightLen) ok = extend(true);
    else if (lx >= leftLen) ok = extend(false);
    else if (rightRunes[rx] < leftRunes[lx]) ok = extend(false);
    else ok = extend(true);
    if (!ok) return null;
  }
  return {
    merged: merged2,
    next
  };
};
var OnePassProg = class {
  constructor(prog) {
    this.start = prog.start;
    this.numCap = prog.numCap;
    this.inst = new Array(prog.inst.length);
    for (let i = 0; i < prog.inst.length; i++) {
      const orig = prog.inst[i];
      const inst = new Inst(orig.op);
      inst.out = orig.out;
      inst.arg = orig.arg;
      inst.runes = orig.runes ? new Int32Array(orig.runes) : /* @__PURE__ */ new Int32Array(0);
      inst.next = null;
      this.inst[i] = inst;
    }
  }
};
var onePassCopy = (prog) => {
  const p = new OnePassProg(prog);
  for (let pc = 0; pc < p.inst.length; pc++) {
    const inst = p.inst[pc];
    if (inst.op !== Inst.ALT && inst.op !== Inst.ALT_MATCH) continue;
    let pAOther = "out";
    let pAAlt = "arg";
    let instAlt = p.inst[inst[pAAlt]];
    if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) {
      pAOther = "arg";
      pAAlt = "out";
      instAlt = p.inst[inst[pAAlt]];
      if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) continue;
    }
    const instOther = p.inst[inst[pAOther]];
    if (instOther.op === Inst.ALT || instOther.op === Inst.ALT_MATCH) continue;
    let pBAlt = "out";
    let pBOther = "arg";
    let patch = false;
    if (instAlt.out === pc) patch = true;
    else if (instAlt.arg === pc) {
      patch = true;
      pBAlt = "arg";
      pBOther = "out";
    }
    if (patch) instAlt[pBAlt] = inst[pAOther];
    if (inst[pAOther] === instAlt[pBAlt]) inst[pAAlt] = instAlt[pBOther];
  }
  return p;
};
var makeOnePass = (p) => {
  if (p.inst.length >= 1e3) return null;
  const instQueue = new QueueOnePass(p.inst.length);
  const visitQueue = new QueueOnePass(p.inst.length);
  const onePassRunes = new Array(p.inst.length);
  const m = new Array(p.inst.length).fill(false);
  const check2 = (pc) => {
    let ok = true;
    const inst = p.inst[pc];
    if (visitQueue.contains(pc)) return true;
    visitQueue.insert(pc);
    switch (inst.op) {
      case Inst.ALT:
      case Inst.ALT_MATCH: {
        ok = check2(inst.out) && check2(inst.arg);
        let matchOut = m[inst.out];
        let matchArg = m[inst.arg];
        if (matchOut && matchArg) return false;
        if (matchArg) {
          const tempOut = inst.out;
          inst.out = inst.arg;
          inst.arg = tempOut;
          const tempMatch = matchOut;
          matchOut = matchArg;
          matchArg = tempMatch;
        }
        if (matchOut) {
          m[pc] = true;
          inst.op = Inst.ALT_MATCH;
        }
        const leftRunes = onePassRunes[inst.out] || [];
        const rightRunes = onePassRunes[inst.arg] || [];
        const mergeRes = mergeRuneSets(leftRunes, rightRunes, inst.out, inst.arg);
        if (!mergeRes) return false;
        onePassRunes[pc] = new Int32Array(mergeRes.merged);
        inst.next = new Uint32Array(mergeRes.next);
        break;
      }
      case Inst.CAPTURE:
      case Inst.EMPTY_WIDTH:
      case Inst.NOP:
        ok = check2(inst.out);
        m[pc] = m[inst.out];
        onePassRunes[pc] = onePassRunes[inst.out] ? new Int32Array(onePassRunes[inst.out]) : /* @__PURE__ */ new Int32Array(0);
        inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
        break;
      case Inst.MATCH:
      case Inst.FAIL:
        m[pc] = inst.op === Inst.MATCH;
        break;
      case Inst.RUNE: {
        m[pc] = false;
        if (inst.next && inst.next.length > 0) break;
        instQueue.insert(inst.out);
        if (!inst.runes || inst.runes.length === 0) {
          onePassRunes[pc] = /* @__PURE__ */ new Int32Array(0);
          inst.next = new Uint32Array([inst.out]);
          break;
        }
        let runes = [];
        if (inst.runes.length === 1 && (inst.arg & RE2Flags.FOLD_CASE) !== 0) {
          const r0 = inst.runes[0];
          runes.push(r0, r0);
          for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
          runes.sort((a, b) => a - b);
        } else for (let j = 0; j < inst.runes.length; j++) runes.push(inst.runes[j]);
        onePassRunes[pc] = new Int32Array(runes);
        inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
        inst.op = Inst.RUNE;
        break;
      }
      case Inst.RUNE1: {
        m[pc] = false;
        if (inst.next && inst.next.length > 0) break;
        instQueue.insert(inst.out);
        let runes = [];
        if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) {
          const r0 = inst.runes[0];
          runes.push(r0, r0);
          for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
          runes.sort((a, b) => a - b);
        } else runes.push(inst.runes[0], inst.runes[0]);
        onePassRunes[pc] = new Int32Array(runes);
        inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
        inst.op = Inst.RUNE;
        break;
      }
      case Inst.RUNE_ANY:
        m[pc] = false;
        if (inst.next && inst.next.length > 0) break;
        instQueue.insert(inst.out);
        onePassRunes[pc] = new Int32Array([0, Unicode.MAX_RUNE]);
        inst.next = new Uint32Array([inst.out]);
        break;
      case Inst.RUNE_ANY_NOT_NL:
        m[pc] = false;
        if (inst.next && inst.next.length > 0) break;
        instQueue.insert(inst.out);
        onePassRunes[pc] = new Int32Array([
          0,
          9,
          11,
          Unicode.MAX_RUNE
        ]);
        inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
    }
    return ok;
  };
  instQueue.clear();
  instQueue.insert(p.start);
  while (!instQueue.empty()) {
    visitQueue.clear();
    if (!check2(instQueue.next())) return null;
  }
  for (let i = 0; i < p.inst.length; i++) if (onePassRunes[i]) p.inst[i].runes = onePassRunes[i];
  return p;
};
var cleanupOnePass = (p, original) => {
  for (let ix = 0; ix < original.inst.length; ix++) {
    const instOriginal = original.inst[ix];
    switch (instOriginal.op) {
      case Inst.ALT:
      case Inst.ALT_MATCH:
      case Inst.RUNE:
        break;
      case Inst.CAPTURE:
      case Inst.EMPTY_WIDTH:
      case Inst.NOP:
      case Inst.MATCH:
      case Inst.FAIL:
        p.inst[ix].next = null;
        break;
      case Inst.RUNE1:
      case Inst.RUNE_ANY:
      case Inst.RUNE_ANY_NOT_NL:
        p.inst[ix].next = null;
        p.inst[ix].op = instOriginal.op;
        p.inst[ix].runes = instOriginal.runes ? new Int32Array(instOriginal.runes) : /* @__PURE__ */ new Int32Array(0);
    }
  }
};
var OnePass = class OnePass2 {
  static compile(prog) {
    if (prog.start === 0) return null;
    if (prog.numLb > 0) return null;
    const startInst = prog.inst[prog.start];
    if (startInst.op !== Inst.EMPTY_WIDTH || (startInst.arg & Utils.EMPTY_BEGIN_TEXT) === 0) return null;
    let hasAlt = false;
    for (let i = 0; i < prog.inst.length; i++) if (prog.inst[i].op === Inst.ALT || prog.inst[i].op === Inst.ALT_MATCH) {
      hasAlt = true;
      break;
    }
    for (let i = 0; i < prog.inst.length; i++) {
      const inst = prog.inst[i];
      const opOut = prog.inst[inst.out].op;
      switch (inst.op) {
        case Inst.ALT:
        case Inst.ALT_MATCH:
          if (opOut === Inst.MATCH || prog.inst[inst.arg].op === Inst.MATCH) return null;
          break;
        case Inst.EMPTY_WIDTH:
          if (opOut === Inst.MATCH) {
            if ((inst.arg & Utils.EMPTY_END_TEXT) === Utils.EMPTY_END_TEXT) continue;
            return null;
          }
          break;
        default:
          if (opOut === Inst.MATCH && hasAlt) return null;
      }
    }
    let p = onePassCopy(prog);
    p = makeOnePass(p);
    if (p !== null) cleanupOnePass(p, prog);
    return p;
  }
  static next(inst, r) {
    const nextIdx = inst.matchRunePos(r);
    if (nextIdx >= 0) return inst.next[nextIdx];
    if (inst.op === Inst.ALT_MATCH) return inst.out;
    return 0;
  }
  static execute(re2, input, pos, anchor, ncap) {
    const onepass = re2.onepass;
    if (!onepass) return null;
    const matchcap = new Int32Array(ncap).fill(-1);
    let matched = false;
    let r = input.step(pos);
    let rune = r >> 3;
    let width = r & 7;
    let r1 = MachineInputBase.EOF();
    let rune1 = -1;
    let width1 = 0;
    if (r !== MachineInputBase.EOF()) {
      r1 = input.step(pos + width);
      if (r1 !== MachineInputBase.EOF()) {
        rune1 = r1 >> 3;
        width1 = r1 & 7;
      }
    }
    let flag2 = pos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(pos);
    let pc = onepass.start;
    let inst;
    while (true) {
      inst = onepass.inst[pc];
      pc = inst.out;
      switch (inst.op) {
        case Inst.MATCH:
          if (anchor === RE2Flags.ANCHOR_BOTH && pos !== input.endPos()) return null;
          matched = true;
          if (matchcap.length > 0) {
            matchcap[0] = 0;
            matchcap[1] = pos;
          }
          return ncap === 0 ? [] : Utils.toArray(matchcap);
        case Inst.RUNE:
          if (!inst.matchRune(rune)) return null;
          break;
        case Inst.RUNE1:
          if (rune !== inst.runes[0]) return null;
          break;
        case Inst.RUNE_ANY:
          break;
        case Inst.RUNE_ANY_NOT_NL:
          if (rune === 10) return null;
          break;
        case Inst.ALT:
        case Inst.ALT_MATCH:
          pc = OnePass2.next(inst, rune);
          continue;
        case Inst.FAIL:
          return null;
        case Inst.NOP:
          continue;
        case Inst.EMPTY_WIDTH:
          if ((inst.arg & ~flag2) !== 0) return null;
          continue;
        case Inst.CAPTURE:
          if (inst.arg < matchcap.length) matchcap[inst.arg] = pos;
          continue;
        default:
          throw new RE2JSInternalException("bad inst");
      }
      if (width === 0) break;
      flag2 = Utils.emptyOpContext(rune, rune1);
      pos += width;
      rune = rune1;
      width = width1;
      if (rune !== -1) {
        r1 = input.step(pos + width);
        if (r1 !== MachineInputBase.EOF()) {
          rune1 = r1 >> 3;
          width1 = r1 & 7;
        } else {
          rune1 = -1;
          width1 = 0;
        }
      }
    }
    if (!matched) return null;
    return ncap === 0 ? [] : Utils.toArray(matchcap);
  }
};
var Regexp = class Regexp2 {
  static Op = createEnum([
    "NO_MATCH",
    "EMPTY_MATCH",
    "LITERAL",
    "CHAR_CLASS",
    "ANY_CHAR_NOT_NL",
    "ANY_CHAR",
    "BEGIN_LINE",
    "END_LINE",
    "BEGIN_TEXT",
    "END_TEXT",
    "WORD_BOUNDARY",
    "NO_WORD_BOUNDARY",
    "CAPTURE",
    "STAR",
    "PLUS",
    "QUEST",
    "REPEAT",
    "CONCAT",
    "ALTERNATE",
    "PLB",
    "NLB",
    "LEFT_PAREN",
    "VERTICAL_BAR"
  ]);
  static isPseudoOp(op) {
    return op >= Regexp2.Op.LEFT_PAREN;
  }
  static emptySubs() {
    return [];
  }
  static quoteIfHyphen(rune) {
    if (rune === Codepoint.CODES["-"]) return "\\";
    return "";
  }
  static fromRegexp(re) {
    const regex = new Regexp2(re.op);
    regex.flags = re.flags;
    regex.subs = re.subs;
    regex.runes = re.runes;
    regex.cap = re.cap;
    regex.min = re.min;
    regex.max = re.max;
    regex.name = re.name;
    regex.namedGroups = re.namedGroups;
    regex.lb = re.lb;
    return regex;
  }
  constructor(op) {
    this.op = op;
    this.flags = 0;
    this.subs = Regexp2.emptySubs();
    this.runes = /* @__PURE__ */ new Int32Array(0);
    this.min = 0;
    this.max = 0;
    this.cap = 0;
    this.name = null;
    this.namedGroups = /* @__PURE__ */ Object.create(null);
    this.lb = 0;
  }
  reinit() {
    this.flags = 0;
    this.subs = Regexp2.emptySubs();
    this.runes = /* @__PURE__ */ new Int32Array(0);
    this.cap = 0;
    this.min = 0;
    this.max = 0;
    this.name = null;
    this.namedGroups = /* @__PURE__ */ Object.create(null);
    this.lb = 0;
  }
  toString() {
    return this.appendTo();
  }
  appendTo() {
    let out = "";
    switch (this.op) {
      case Regexp2.Op.NO_MATCH:
        out += "[^\\x00-\\x{10FFFF}]";
        break;
      case Regexp2.Op.EMPTY_MATCH:
        out += "(?:)";
        break;
      case Regexp2.Op.STAR:
      case Regexp2.Op.PLUS:
      case Regexp2.Op.QUEST:
      case Regexp2.Op.REPEAT: {
        const sub = this.subs[0];
        if (sub.op > Regexp2.Op.CAPTURE || sub.op === Regexp2.Op.LITERAL && sub.runes.length > 1) out += `(?:${sub.appendTo()})`;
        else out += sub.appendTo();
        switch (this.op) {
          case Regexp2.Op.STAR:
            out += "*";
            break;
          case Regexp2.Op.PLUS:
            out += "+";
            break;
          case Regexp2.Op.QUEST:
            out += "?";
            break;
          case Regexp2.Op.REPEAT:
            out += `{${this.min}`;
            if (this.min !== this.max) {
              out += ",";
              if (this.max >= 0) out += this.max;
            }
            out += "}";
        }
        if ((this.flags & RE2Flags.NON_GREEDY) !== 0) out += "?";
        break;
      }
      case Regexp2.Op.CONCAT:
        for (let sub of this.subs) if (sub.op === Regexp2.Op.ALTERNATE) out += `(?:${sub.appendTo()})`;
        else out += sub.appendTo();
        break;
      case Regexp2.Op.ALTERNATE: {
        let sep2 = "";
        for (let sub of this.subs) {
          out += sep2;
          sep2 = "|";
          out += sub.appendTo();
        }
        break;
      }
      case Regexp2.Op.LITERAL:
        if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += "(?i:";
        for (let rune of this.runes) out += Utils.escapeRune(rune);
        if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += ")";
        break;
      case Regexp2.Op.ANY_CHAR_NOT_NL:
        out += "(?-s:.)";
        break;
      case Regexp2.Op.ANY_CHAR:
        out += "(?s:.)";
        break;
      case Regexp2.Op.PLB:
        out += `(?<=${this.subs[0].appendTo()})`;
        break;
      case Regexp2.Op.NLB:
        out += `(?<!${this.subs[0].appendTo()})`;
        break;
      case Regexp2.Op.CAPTURE:
        if (this.name === null || this.name.length === 0) out += "(";
        else out += `(?P<${this.name}>`;
        if (this.subs[0].op !== Regexp2.Op.EMPTY_MATCH) out += this.subs[0].appendTo();
        out += ")";
        break;
      case Regexp2.Op.BEGIN_TEXT:
        out += "\\A";
        break;
      case Regexp2.Op.END_TEXT:
        if ((this.flags & RE2Flags.WAS_DOLLAR) !== 0) out += "(?-m:$)";
        else out += "\\z";
        break;
      case Regexp2.Op.BEGIN_LINE:
        out += "^";
        break;
      case Regexp2.Op.END_LINE:
        out += "$";
        break;
      case Regexp2.Op.WORD_BOUNDARY:
        out += "\\b";
        break;
      case Regexp2.Op.NO_WORD_BOUNDARY:
        out += "\\B";
        break;
      case Regexp2.Op.CHAR_CLASS:
        if (this.runes.length % 2 !== 0) {
          out += "[invalid char class]";
          break;
        }
        out += "[";
        if (this.runes.length === 0) out += "^\\x00-\\x{10FFFF}";
        else if (this.runes[0] === 0 && this.runes[this.runes.length - 1] === Unicode.MAX_RUNE) {
          out += "^";
          for (let i = 1; i < this.runes.length - 1; i += 2) {
            const lo = this.runes[i] + 1;
            const hi = this.runes[i + 1] - 1;
            out += Regexp2.quoteIfHyphen(lo);
            out += Utils.escapeRune(lo);
            if (lo !== hi) {
              out += "-";
              out += Regexp2.quoteIfHyphen(hi);
              out += Utils.escapeRune(hi);
            }
          }
        } else for (let i = 0; i < this.runes.length; i += 2) {
          const lo = this.runes[i];
          const hi = this.runes[i + 1];
          out += Regexp2.quoteIfHyphen(lo);
          out += Utils.escapeRune(lo);
          if (lo !== hi) {
            out += "-";
            out += Regexp2.quoteIfHyphen(hi);
            out += Utils.escapeRune(hi);
          }
        }
        out += "]";
        break;
      default:
        out += this.op;
    }
    return out;
  }
  maxCap() {
    let m = 0;
    if (this.op === Regexp2.Op.CAPTURE) m = this.cap;
    if (this.subs !== null) for (let sub of this.subs) {
      const n = sub.maxCap();
      if (m < n) m = n;
    }
    return m;
  }
  equals(that) {
    if (!(that !== null && that instanceof Regexp2)) return false;
    if (this.op !== that.op) return false;
    switch (this.op) {
      case Regexp2.Op.END_TEXT:
        if ((this.flags & RE2Flags.WAS_DOLLAR) !== (that.flags & RE2Flags.WAS_DOLLAR)) return false;
        break;
      case Regexp2.Op.LITERAL:
      case Regexp2.Op.CHAR_CLASS:
        if ((this.flags & RE2Flags.FOLD_CASE) !== (that.flags & RE2Flags.FOLD_CASE)) return false;
        if (this.runes === null && that.runes === null) break;
        if (this.runes === null || that.runes === null) return false;
        if (this.runes.length !== that.runes.length) return false;
        for (let i = 0; i < this.runes.length; i++) if (this.runes[i] !== that.runes[i]) return false;
        break;
      case Regexp2.Op.ALTERNATE:
      case Regexp2.Op.CONCAT:
        if (this.subs.length !== that.subs.length) return false;
        for (let i = 0; i < this.subs.length; ++i) if (!this.subs[i].equals(that.subs[i])) return false;
        break;
      case Regexp2.Op.STAR:
      case Regexp2.Op.PLUS:
      case Regexp2.Op.QUEST:
        if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || !this.subs[0].equals(that.subs[0])) return false;
        break;
      case Regexp2.Op.REPEAT:
        if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || this.min !== that.min || this.max !== that.max || !this.subs[0].equals(that.subs[0])) return false;
        break;
      case Regexp2.Op.CAPTURE:
        if (this.cap !== that.cap || (this.name === null ? that.name !== null : this.name !== that.name) || !this.subs[0].equals(that.subs[0])) return false;
        break;
      case Regexp2.Op.PLB:
      case Regexp2.Op.NLB:
        if (this.lb !== that.lb || !this.subs[0].equals(that.subs[0])) return false;
    }
    return true;
  }
};
var RegexpWalker = class {
  static walk(root, handler) {
    const stack = [];
    let re = root;
    let result;
    for (; ; ) {
      if (re.subs.length === 0) result = handler.leaf(re);
      else {
        const state = handler.enter(re);
        if (state.result === void 0) {
          stack.push({
            re,
            state,
            i: 0
          });
          re = re.subs[0];
          continue;
        }
        result = state.result;
      }
      for (; ; ) {
        if (stack.length === 0) return result;
        const frame = stack[stack.length - 1];
        handler.child(frame.re, frame.state, result, frame.i);
        frame.i++;
        if (frame.state.result === void 0 && frame.i < frame.re.subs.length) {
          re = frame.re.subs[frame.i];
          break;
        }
        stack.pop();
        result = frame.state.result !== void 0 ? frame.state.result : handler.leave(frame.re, frame.state);
      }
    }
  }
};
var AhoCorasick = class {
  constructor(words, alphabetSize) {
    const edges = /* @__PURE__ */ new Map();
    const parent = [0];
    const unit = [0];
    const depth = [0];
    const terminal = [0];
    for (const word of words) {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const key = node * alphabetSize + word[i];
        let child = edges.get(key);
        if (child === void 0) {
          child = parent.length;
          edges.set(key, child);
          parent.push(node);
          unit.push(word[i]);
          depth.push(depth[node] + 1);
          terminal.push(0);
        }
        node = child;
      }
      terminal[node] = 1;
    }
    const numNodes = parent.length;
    const children = new Int32Array(numNodes - 1);
    for (let c = 1; c < numNodes; c++) children[c - 1] = c;
    children.sort((a, b) => parent[a] - parent[b] || unit[a] - unit[b]);
    const childStart = new Int32Array(numNodes + 1);
    for (let c = 1; c < numNodes; c++) childStart[parent[c] + 1]++;
    for (let n = 0; n < numNodes; n++) childStart[n + 1] += childStart[n];
    const childUnit = new Int32Array(numNodes - 1);
    for (let k = 0; k < children.length; k++) childUnit[k] = unit[children[k]];
    this.childStart = childStart;
    this.childUnit = childUnit;
    this.childNode = children;
    const byDepth = new Int32Array(numNodes);
    for (let n = 0; n < numNodes; n++) byDepth[n] = n;
    byDepth.sort((a, b) => depth[a] - depth[b]);
    const fail = new Int32Array(numNodes);
    const match = Uint8Array.from(terminal);
    for (let k = 1; k < numNodes; k++) {
      const c = byDepth[k];
      const p = parent[c];
      if (p !== 0) {
        let f = fail[p];
        let next = this.next(f, unit[c]);
        while (next < 0 && f !== 0) {
          f = fail[f];
          next = this.next(f, unit[c]);
        }
        fail[c] = next >= 0 ? next : 0;
      }
      match[c] |= match[fail[c]];
    }
    this.fail = fail;
    this.match = match;
  }
  next(node, u) {
    let lo = this.childStart[node];
    let hi = this.childStart[node + 1];
    const units = this.childUnit;
    while (lo < hi) {
      const mid = lo + hi >> 1;
      const m = units[mid];
      if (m === u) return this.childNode[mid];
      if (m < u) lo = mid + 1;
      else hi = mid;
    }
    return -1;
  }
  advance(node, u) {
    for (; ; ) {
      const next = this.next(node, u);
      if (next >= 0) return next;
      if (node === 0) return 0;
      node = this.fail[node];
    }
  }
  searchUTF16(charSeq, start2, end) {
    let node = 0;
    for (let i = start2; i < end; i++) {
      node = this.advance(node, charSeq.charCodeAt(i));
      if (this.match[node] === 1) return true;
    }
    return false;
  }
  searchUTF8(bytes, start2, end) {
    let node = 0;
    for (let i = start2; i < end; i++) {
      node = this.advance(node, bytes[i]);
      if (this.match[node] === 1) return true;
    }
    return false;
  }
};
var Prefilter = class Prefilter2 {
  static Type = {
    NONE: 0,
    EXACT: 1,
    AND: 2,
    OR: 3
  };
  static MAX_SCANS = 32;
  static MAX_AC_UNITS = 1 << 18;
  constructor(type) {
    this.type = type;
    this.subs = [];
    this.str = "";
    this.bytes = null;
    this.cost = type === Prefilter2.Type.EXACT ? 1 : 0;
    this.allExact = false;
    this.ac16 = null;
    this.ac8 = null;
  }
  automaton16() {
    if (this.ac16 === null) {
      const words = this.subs.map((s) => {
        const arr = new Array(s.str.length);
        for (let i = 0; i < s.str.length; i++) arr[i] = s.str.charCodeAt(i);
        return arr;
      });
      this.ac16 = new AhoCorasick(words, 65536);
    }
    return this.ac16;
  }
  automaton8() {
    if (this.ac8 === null) this.ac8 = new AhoCorasick(this.subs.map((s) => s.bytes), 256);
    return this.ac8;
  }
  eval(input, pos) {
    switch (this.type) {
      case Prefilter2.Type.NONE:
        return true;
      case Prefilter2.Type.EXACT:
        return input.hasString(this, pos);
      case Prefilter2.Type.AND:
        for (let i = 0; i < this.subs.length; i++) if (!this.subs[i].eval(input, pos)) return false;
        return true;
      case Prefilter2.Type.OR:
        if (this.allExact) return input.hasAnyString(this, pos);
        for (let i = 0; i < this.subs.length; i++) if (this.subs[i].eval(input, pos)) return true;
        return false;
      default:
        return true;
    }
  }
};
var PrefilterTree = class PrefilterTree2 {
  static build(re) {
    if (!re) return new Prefilter(Prefilter.Type.NONE);
    return RegexpWalker.walk(re, PrefilterTree2.WALKER);
  }
  static WALKER = {
    leaf: (re) => PrefilterTree2.leaf(re),
    enter: (re) => PrefilterTree2.enter(re),
    child: (re, state, result) => PrefilterTree2.child(re, state, result),
    leave: (re, state) => PrefilterTree2.leave(re, state)
  };
  static leaf(re) {
    if (re.op !== Regexp.Op.LITERAL) return new Prefilter(Prefilter.Type.NONE);
    if (re.runes.length === 0 || (re.flags & RE2Flags.FOLD_CASE) !== 0) return new Prefilter(Prefilter.Type.NONE);
    let str = "";
    for (let i = 0; i < re.runes.length; i++) {
      if (Unicode.isUnsearchable(re.runes[i])) return new Prefilter(Prefilter.Type.NONE);
      str += String.fromCodePoint(re.runes[i]);
    }
    const pf = new Prefilter(Prefilter.Type.EXACT);
    pf.str = str;
    pf.bytes = Utils.stringToUtf8ByteArray(pf.str);
    return pf;
  }
  static enter(re) {
    switch (re.op) {
      case Regexp.Op.CAPTURE:
      case Regexp.Op.PLUS:
        return { sub: null };
      case Regexp.Op.REPEAT:
        if (re.min >= 1) return { sub: null };
        return { result: new Prefilter(Prefilter.Type.NONE) };
      case Regexp.Op.CONCAT:
        return {
          pf: new Prefilter(Prefilter.Type.AND),
          subs: []
        };
      case Regexp.Op.ALTERNATE:
        return {
          pf: new Prefilter(Prefilter.Type.OR),
          subs: []
        };
      default:
        return { result: new Prefilter(Prefilter.Type.NONE) };
    }
  }
  static child(re, state, s) {
    if (state.subs === void 0) {
      state.sub = s;
      return;
    }
    if (state.pf.type === Prefilter.Type.AND) {
      if (s.type === Prefilter.Type.NONE) return;
      if (s.type === Prefilter.Type.AND) {
        for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
        return;
      }
      state.subs.push(s);
      return;
    }
    if (s.type === Prefilter.Type.NONE) {
      state.result = new Prefilter(Prefilter.Type.NONE);
      return;
    }
    if (s.type === Prefilter.Type.OR) {
      for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
      return;
    }
    state.subs.push(s);
  }
  static leave(re, state) {
    if (state.subs === void 0) return state.sub;
    const pf = state.pf;
    const seen = /* @__PURE__ */ new Set();
    const subs = [];
    for (const sub of state.subs) {
      if (sub.type === Prefilter.Type.EXACT) {
        if (seen.has(sub.str)) continue;
        seen.add(sub.str);
      }
      subs.push(sub);
    }
    if (pf.type === Prefilter.Type.AND) {
      const kept = [];
      let cost2 = 0;
      for (const sub of subs) {
        if (cost2 + sub.cost > Prefilter.MAX_SCANS) continue;
        kept.push(sub);
        cost2 += sub.cost;
      }
      if (kept.length === 0) return new Prefilter(Prefilter.Type.NONE);
      if (kept.length === 1) return kept[0];
      pf.subs = kept;
      pf.cost = cost2;
      return pf;
    }
    if (subs.length === 0) return new Prefilter(Prefilter.Type.NONE);
    if (subs.length === 1) return subs[0];
    pf.subs = subs;
    let allExact = true;
    let cost = 0;
    let units = 0;
    for (const sub of subs) {
      if (sub.type !== Prefilter.Type.EXACT) allExact = false;
      else units += sub.bytes.length;
      cost += sub.cost;
    }
    if (allExact) {
      if (units > Prefilter.MAX_AC_UNITS) return new Prefilter(Prefilter.Type.NONE);
      pf.allExact = true;
      pf.cost = 1;
      return pf;
    }
    if (cost > Prefilter.MAX_SCANS) return new Prefilter(Prefilter.Type.NONE);
    pf.cost = cost;
    return pf;
  }
};
var PatchList = class {
  /**
  * @param {number} head - Encoded pointer to the start of the patch list.
  * @param {number} tail - Encoded pointer to the end of the patch list.
  */
  constructor(head = 0, tail = 0) {
    this.head = head;
    this.tail = tail;
  }
};
var Prog = class {
  constructor() {
    this.inst = [];
    this.start = 0;
    this.numCap = 2;
    this.lbStarts = [];
    this.numLb = 0;
    this.lbInst = null;
  }
  getInst(pc) {
    return this.inst[pc];
  }
  numInst() {
    return this.inst.length;
  }
  addInst(op) {
    this.inst.push(new Inst(op));
  }
  markLookbehindInsts() {
    const lbInst = new Uint8Array(this.inst.length);
    const pending = this.lbStarts.slice();
    while (pending.length > 0) {
      const pc = pending.pop();
      if (pc === 0 || lbInst[pc] === 1) continue;
      lbInst[pc] = 1;
      const i = this.inst[pc];
      switch (i.op) {
        case Inst.ALT:
        case Inst.ALT_MATCH:
          pending.push(i.out, i.arg);
          break;
        case Inst.MATCH:
        case Inst.FAIL:
          break;
        default:
          pending.push(i.out);
      }
    }
    this.lbInst = lbInst;
  }
  skipNop(pc) {
    let i = this.inst[pc];
    while (i.op === Inst.NOP || i.op === Inst.CAPTURE) {
      i = this.inst[pc];
      pc = i.out;
    }
    return i;
  }
  /** @returns {[boolean, string]} */
  prefix() {
    let prefix = "";
    let i = this.skipNop(this.start);
    if (!Inst.isRuneOp(i.op) || i.runes.length !== 1) return [i.op === Inst.MATCH, prefix];
    while (Inst.isRuneOp(i.op) && i.runes.length === 1 && (i.arg & RE2Flags.FOLD_CASE) === 0 && !Unicode.isUnsearchable(i.runes[0])) {
      prefix += String.fromCodePoint(i.runes[0]);
      i = this.skipNop(i.out);
    }
    return [i.op === Inst.MATCH, prefix];
  }
  startCond() {
    let flag2 = 0;
    let pc = this.start;
    loop: for (; ; ) {
      const i = this.inst[pc];
      switch (i.op) {
        case Inst.EMPTY_WIDTH:
          flag2 |= i.arg;
          break;
        case Inst.FAIL:
          return -1;
        case Inst.CAPTURE:
        case Inst.NOP:
          break;
        default:
          break loop;
      }
      pc = i.out;
    }
    return flag2;
  }
  patch(l, val) {
    let head = l.head;
    while (head !== 0) {
      const i = this.inst[head >> 1];
      if ((head & 1) === 0) {
        head = i.out;
        i.out = val;
      } else {
        head = i.arg;
        i.arg = val;
      }
    }
  }
  append(l1, l2) {
    if (l1.head === 0) return l2;
    if (l2.head === 0) return l1;
    const i = this.inst[l1.tail >> 1];
    if ((l1.tail & 1) === 0) i.out = l2.head;
    else i.arg = l2.head;
    return new PatchList(l1.head, l2.tail);
  }
  /**
  *
  * @returns {string}
  */
  toString() {
    let out = "";
    for (let pc = 0; pc < this.inst.length; pc++) {
      const len = out.length;
      out += pc;
      if (pc === this.start) out += "*";
      out += "        ".substring(out.length - len);
      out += this.inst[pc];
      out += "\n";
    }
    return out;
  }
};
var ANY_RUNE_NOT_NL = new Int32Array([
  0,
  Codepoint.CODES["\n"] - 1,
  Codepoint.CODES["\n"] + 1,
  Unicode.MAX_RUNE
]);
var ANY_RUNE = new Int32Array([0, Unicode.MAX_RUNE]);
var Frag = class {
  constructor(i = 0, out = new PatchList(), nullable = false) {
    this.i = i;
    this.out = out;
    this.nullable = nullable;
  }
};
var Compiler = class Compiler2 {
  static compileRegexp(re) {
    const c = new Compiler2();
    const f = c.compile(re);
    c.prog.patch(f.out, c.newInst(Inst.MATCH).i);
    c.prog.start = f.i;
    c.prog.markLookbehindInsts();
    return c.prog;
  }
  static compileSet(regexps) {
    const c = new Compiler2();
    if (regexps.length === 0) {
      c.prog.start = c.newInst(Inst.FAIL).i;
      c.prog.markLookbehindInsts();
      return c.prog;
    }
    let starts = [];
    for (let i = 0; i < regexps.length; i++) {
      c.lbOffset = c.prog.numLb;
      const f = c.compile(regexps[i]);
      const m = c.newInst(Inst.MATCH);
      c.prog.getInst(m.i).arg = i;
      c.prog.patch(f.out, m.i);
      starts.push(f.i);
    }
    let start2 = starts[0];
    for (let i = 1; i < starts.length; i++) {
      const f = c.newInst(Inst.ALT);
      const inst = c.prog.getInst(f.i);
      inst.out = start2;
      inst.arg = starts[i];
      start2 = f.i;
    }
    c.prog.start = start2;
    c.prog.markLookbehindInsts();
    return c.prog;
  }
  constructor() {
    this.prog = new Prog();
    this.newInst(Inst.FAIL);
    this.lbOffset = 0;
    this.runeCache = /* @__PURE__ */ new Map();
    this.walker = {
      leaf: (re) => this.leaf(re),
      enter: (re) => this.enter(re),
      child: (re, state, result) => this.child(re, state, result),
      leave: (re, state) => this.leave(re, state)
    };
  }
  newInst(op) {
    this.prog.addInst(op);
    return new Frag(this.prog.numInst() - 1, new PatchList(), true);
  }
  nop() {
    const f = this.newInst(Inst.NOP);
    f.out = new PatchList(f.i << 1, f.i << 1);
    return f;
  }
  fail() {
    return new Frag();
  }
  cap(arg) {
    const f = this.newInst(Inst.CAPTURE);
    f.out = new PatchList(f.i << 1, f.i << 1);
    this.prog.getInst(f.i).arg = arg;
    if (this.prog.numCap < arg + 1) this.prog.numCap = arg + 1;
    return f;
  }
  cat(f1, f2) {
    if (f1.i === 0 || f2.i === 0) {
      this.prog.patch(f1.out, 0);
      this.prog.patch(f2.out, 0);
      return this.fail();
    }
    this.prog.patch(f1.out, f2.i);
    return new Frag(f1.i, f2.out, f1.nullable && f2.nullable);
  }
  alt(f1, f2) {
    if (f1.i === 0) return f2;
    if (f2.i === 0) return f1;
    const f = this.newInst(Inst.ALT);
    const i = this.prog.getInst(f.i);
    i.out = f1.i;
    i.arg = f2.i;
    f.out = this.prog.append(f1.out, f2.out);
    f.nullable = f1.nullable || f2.nullable;
    return f;
  }
  loop(f1, nongreedy) {
    const f = this.newInst(Inst.ALT);
    const i = this.prog.getInst(f.i);
    if (nongreedy) {
      i.arg = f1.i;
      f.out = new PatchList(f.i << 1, f.i << 1);
    } else {
      i.out = f1.i;
      f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
    }
    this.prog.patch(f1.out, f.i);
    return f;
  }
  quest(f1, nongreedy) {
    if (f1.i === 0) return this.nop();
    const f = this.newInst(Inst.ALT);
    const i = this.prog.getInst(f.i);
    if (nongreedy) {
      i.arg = f1.i;
      f.out = new PatchList(f.i << 1, f.i << 1);
    } else {
      i.out = f1.i;
      f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
    }
    f.out = this.prog.append(f.out, f1.out);
    return f;
  }
  star(f1, nongreedy) {
    if (f1.i === 0) return this.nop();
    if (f1.nullable) return this.quest(this.plus(f1, nongreedy), nongreedy);
    return this.loop(f1, nongreedy);
  }
  plus(f1, nongreedy) {
    if (f1.i === 0) return this.fail();
    return new Frag(f1.i, this.loop(f1, nongreedy).out, f1.nullable);
  }
  empty(op) {
    const f = this.newInst(Inst.EMPTY_WIDTH);
    this.prog.getInst(f.i).arg = op;
    f.out = new PatchList(f.i << 1, f.i << 1);
    return f;
  }
  rune(runes, flags) {
    const f = this.newInst(Inst.RUNE);
    f.nullable = false;
    const i = this.prog.getInst(f.i);
    i.runes = runes;
    flags &= RE2Flags.FOLD_CASE;
    if (runes.length !== 1 || Unicode.simpleFold(runes[0]) === runes[0]) flags &= ~RE2Flags.FOLD_CASE;
    i.arg = flags;
    f.out = new PatchList(f.i << 1, f.i << 1);
    if ((flags & RE2Flags.FOLD_CASE) === 0 && runes.length === 1 || runes.length === 2 && runes[0] === runes[1]) i.op = Inst.RUNE1;
    else if (runes.length === 2 && runes[0] === 0 && runes[1] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY;
    else if (runes.length === 4 && runes[0] === 0 && runes[1] === Codepoint.CODES["\n"] - 1 && runes[2] === Codepoint.CODES["\n"] + 1 && runes[3] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY_NOT_NL;
    return f;
  }
  lookBehind(a, parsedLb) {
    const lb = Math.sign(parsedLb) * (Math.abs(parsedLb) + this.lbOffset);
    const id = this.newInst(Inst.LB_WRITE);
    this.prog.getInst(id.i).arg = lb;
    const any = this.rune(ANY_RUNE, 0);
    const dotStar = this.star(any, true);
    const lbAutomaton = this.cat(dotStar, a);
    this.prog.patch(lbAutomaton.out, id.i);
    const checkId = this.newInst(Inst.LB_CHECK);
    this.prog.getInst(checkId.i).arg = lb;
    this.prog.lbStarts.push(lbAutomaton.i);
    if (Math.abs(lb) > this.prog.numLb) this.prog.numLb = Math.abs(lb);
    checkId.out = new PatchList(checkId.i << 1, checkId.i << 1);
    return checkId;
  }
  compile(re) {
    return RegexpWalker.walk(re, this.walker);
  }
  leaf(re) {
    switch (re.op) {
      case Regexp.Op.NO_MATCH:
        return this.fail();
      case Regexp.Op.EMPTY_MATCH:
        return this.nop();
      case Regexp.Op.LITERAL: {
        if (re.runes.length === 0) return this.nop();
        let f = null;
        for (let r of re.runes) {
          let singleRune = this.runeCache.get(r);
          if (singleRune === void 0) {
            singleRune = new Int32Array([r]);
            this.runeCache.set(r, singleRune);
          }
          const f1 = this.rune(singleRune, re.flags);
          f = f === null ? f1 : this.cat(f, f1);
        }
        return f;
      }
      case Regexp.Op.CHAR_CLASS:
        return this.rune(re.runes, re.flags);
      case Regexp.Op.ANY_CHAR_NOT_NL:
        return this.rune(ANY_RUNE_NOT_NL, 0);
      case Regexp.Op.ANY_CHAR:
        return this.rune(ANY_RUNE, 0);
      case Regexp.Op.BEGIN_LINE:
        return this.empty(Utils.EMPTY_BEGIN_LINE);
      case Regexp.Op.END_LINE:
        return this.empty(Utils.EMPTY_END_LINE);
      case Regexp.Op.BEGIN_TEXT:
        return this.empty(Utils.EMPTY_BEGIN_TEXT);
      case Regexp.Op.END_TEXT:
        return this.empty(Utils.EMPTY_END_TEXT);
      case Regexp.Op.WORD_BOUNDARY:
        return this.empty(Utils.EMPTY_WORD_BOUNDARY);
      case Regexp.Op.NO_WORD_BOUNDARY:
        return this.empty(Utils.EMPTY_NO_WORD_BOUNDARY);
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        return this.nop();
      default:
        throw new RE2JSCompileException("regexp: unhandled case in compile");
    }
  }
  enter(re) {
    switch (re.op) {
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
      case Regexp.Op.STAR:
      case Regexp.Op.PLUS:
      case Regexp.Op.QUEST:
        return { sub: null };
      case Regexp.Op.CAPTURE:
        return {
          bra: this.cap(re.cap << 1),
          sub: null
        };
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        return { f: null };
      default:
        throw new RE2JSCompileException("regexp: unhandled case in compile");
    }
  }
  child(re, state, f1) {
    if (re.op === Regexp.Op.CONCAT) state.f = state.f === null ? f1 : this.cat(state.f, f1);
    else if (re.op === Regexp.Op.ALTERNATE) state.f = state.f === null ? f1 : this.alt(state.f, f1);
    else state.sub = f1;
  }
  leave(re, state) {
    switch (re.op) {
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
        return this.lookBehind(state.sub, re.lb);
      case Regexp.Op.CAPTURE: {
        const ket = this.cap(re.cap << 1 | 1);
        return this.cat(this.cat(state.bra, state.sub), ket);
      }
      case Regexp.Op.STAR:
        return this.star(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
      case Regexp.Op.PLUS:
        return this.plus(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
      case Regexp.Op.QUEST:
        return this.quest(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        return state.f;
      default:
        throw new RE2JSCompileException("regexp: unhandled case in compile");
    }
  }
};
var Simplify = class Simplify2 {
  static simplify(re) {
    if (re === null) return null;
    return RegexpWalker.walk(re, Simplify2.WALKER);
  }
  static WALKER = {
    leaf: (re) => Simplify2.leaf(re),
    enter: (re) => Simplify2.enter(re),
    child: (re, state, result, i) => Simplify2.child(re, state, result, i),
    leave: (re, state) => Simplify2.leave(re, state)
  };
  static leaf(re) {
    if (re.op === Regexp.Op.CHAR_CLASS) {
      if (re.runes === null) return re;
      if (re.runes.length === 0) return new Regexp(Regexp.Op.NO_MATCH);
      if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR);
      if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR_NOT_NL);
    }
    return re;
  }
  static enter(re) {
    switch (re.op) {
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
      case Regexp.Op.CAPTURE:
      case Regexp.Op.STAR:
      case Regexp.Op.PLUS:
      case Regexp.Op.QUEST:
        return { sub: null };
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        return {
          subs: [],
          changed: false
        };
      case Regexp.Op.REPEAT:
        if (re.min === 0 && re.max === 0) return { result: new Regexp(Regexp.Op.EMPTY_MATCH) };
        return { sub: null };
      default:
        return { result: re };
    }
  }
  static child(re, state, nsub, i) {
    if (state.subs === void 0) {
      state.sub = nsub;
      return;
    }
    if (nsub !== re.subs[i]) state.changed = true;
    if (re.op === Regexp.Op.CONCAT) {
      if (nsub.op === Regexp.Op.NO_MATCH) {
        state.result = new Regexp(Regexp.Op.NO_MATCH);
        return;
      }
      if (nsub.op === Regexp.Op.EMPTY_MATCH) {
        state.changed = true;
        return;
      }
      if (nsub.op === Regexp.Op.CONCAT) {
        state.changed = true;
        for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
        return;
      }
    } else {
      if (nsub.op === Regexp.Op.NO_MATCH) {
        state.changed = true;
        return;
      }
      if (nsub.op === Regexp.Op.ALTERNATE) {
        state.changed = true;
        for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
        return;
      }
    }
    state.subs.push(nsub);
  }
  static leave(re, state) {
    switch (re.op) {
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
      case Regexp.Op.CAPTURE: {
        const sub = state.sub;
        if (sub !== re.subs[0]) {
          const nre = Regexp.fromRegexp(re);
          nre.runes = /* @__PURE__ */ new Int32Array(0);
          nre.subs = [sub];
          return nre;
        }
        return re;
      }
      case Regexp.Op.CONCAT:
      case Regexp.Op.ALTERNATE:
        if (state.changed) {
          const newSubs = state.subs;
          if (newSubs.length === 0) return new Regexp(re.op === Regexp.Op.CONCAT ? Regexp.Op.EMPTY_MATCH : Regexp.Op.NO_MATCH);
          if (newSubs.length === 1) return newSubs[0];
          const nre = Regexp.fromRegexp(re);
          nre.runes = /* @__PURE__ */ new Int32Array(0);
          nre.subs = newSubs;
          return nre;
        }
        return re;
      case Regexp.Op.STAR:
      case Regexp.Op.PLUS:
      case Regexp.Op.QUEST:
        return Simplify2.simplify1(re.op, re.flags, state.sub, re);
      case Regexp.Op.REPEAT:
        return Simplify2.simplifyRepeat(re, state.sub);
      default:
        return re;
    }
  }
  static simplifyRepeat(re, sub) {
    if (re.max === -1) {
      if (re.min === 0) return Simplify2.simplify1(Regexp.Op.STAR, re.flags, sub, null);
      if (re.min === 1) return Simplify2.simplify1(Regexp.Op.PLUS, re.flags, sub, null);
      const subs = [];
      for (let i = 0; i < re.min - 1; i++) subs.push(sub);
      subs.push(Simplify2.simplify1(Regexp.Op.PLUS, re.flags, sub, null));
      return Simplify2.concat(subs);
    }
    if (re.min === 1 && re.max === 1) return sub;
    let prefixSubs = null;
    if (re.min > 0) {
      prefixSubs = [];
      for (let i = 0; i < re.min; i++) prefixSubs.push(sub);
    }
    if (re.max > re.min) {
      let suffix = Simplify2.simplify1(Regexp.Op.QUEST, re.flags, sub, null);
      for (let i = re.min + 1; i < re.max; i++) suffix = Simplify2.simplify1(Regexp.Op.QUEST, re.flags, Simplify2.concat([sub, suffix]), null);
      if (prefixSubs === null) return suffix;
      prefixSubs.push(suffix);
    }
    if (prefixSubs !== null) return Simplify2.concat(prefixSubs);
    return new Regexp(Regexp.Op.NO_MATCH);
  }
  static concat(subs) {
    const newSubs = [];
    for (let i = 0; i < subs.length; i++) {
      const sub = subs[i];
      if (sub.op === Regexp.Op.NO_MATCH) return new Regexp(Regexp.Op.NO_MATCH);
      if (sub.op === Regexp.Op.EMPTY_MATCH) continue;
      if (sub.op === Regexp.Op.CONCAT) {
        for (let j = 0; j < sub.subs.length; j++) newSubs.push(sub.subs[j]);
        continue;
      }
      newSubs.push(sub);
    }
    if (newSubs.length === 0) return new Regexp(Regexp.Op.EMPTY_MATCH);
    if (newSubs.length === 1) return newSubs[0];
    const nre = new Regexp(Regexp.Op.CONCAT);
    nre.subs = newSubs;
    return nre;
  }
  static simplify1(op, flags, sub, re) {
    if (sub.op === Regexp.Op.EMPTY_MATCH) return sub;
    if (sub.op === Regexp.Op.NO_MATCH) {
      if (op === Regexp.Op.PLUS) return sub;
      return new Regexp(Regexp.Op.EMPTY_MATCH);
    }
    if (op === sub.op && (flags & RE2Flags.NON_GREEDY) === (sub.flags & RE2Flags.NON_GREEDY)) return sub;
    if (re !== null && re.op === op && (re.flags & RE2Flags.NON_GREEDY) === (flags & RE2Flags.NON_GREEDY) && sub === re.subs[0]) return re;
    const nre = new Regexp(op);
    nre.flags = flags;
    nre.subs = [sub];
    return nre;
  }
};
var CharGroup = class {
  constructor(sign, cls) {
    this.sign = sign;
    this.cls = cls;
  }
};
var code1 = [48, 57];
var code2 = [
  9,
  10,
  12,
  13,
  32,
  32
];
var code3 = [
  48,
  57,
  65,
  90,
  95,
  95,
  97,
  122
];
var PERL_GROUPS = /* @__PURE__ */ new Map([
  ["\\d", new CharGroup(1, code1)],
  ["\\D", new CharGroup(-1, code1)],
  ["\\s", new CharGroup(1, code2)],
  ["\\S", new CharGroup(-1, code2)],
  ["\\w", new CharGroup(1, code3)],
  ["\\W", new CharGroup(-1, code3)]
]);
var code4 = [
  48,
  57,
  65,
  90,
  97,
  122
];
var code5 = [
  65,
  90,
  97,
  122
];
var code6 = [0, 127];
var code7 = [
  9,
  9,
  32,
  32
];
var code8 = [
  0,
  31,
  127,
  127
];
var code9 = [48, 57];
var code10 = [33, 126];
var code11 = [97, 122];
var code12 = [32, 126];
var code13 = [
  33,
  47,
  58,
  64,
  91,
  96,
  123,
  126
];
var code14 = [
  9,
  13,
  32,
  32
];
var code15 = [65, 90];
var code16 = [
  48,
  57,
  65,
  90,
  95,
  95,
  97,
  122
];
var code17 = [
  48,
  57,
  65,
  70,
  97,
  102
];
var POSIX_GROUPS = /* @__PURE__ */ new Map([
  ["[:alnum:]", new CharGroup(1, code4)],
  ["[:^alnum:]", new CharGroup(-1, code4)],
  ["[:alpha:]", new CharGroup(1, code5)],
  ["[:^alpha:]", new CharGroup(-1, code5)],
  ["[:ascii:]", new CharGroup(1, code6)],
  ["[:^ascii:]", new CharGroup(-1, code6)],
  ["[:blank:]", new CharGroup(1, code7)],
  ["[:^blank:]", new CharGroup(-1, code7)],
  ["[:cntrl:]", new CharGroup(1, code8)],
  ["[:^cntrl:]", new CharGroup(-1, code8)],
  ["[:digit:]", new CharGroup(1, code9)],
  ["[:^digit:]", new CharGroup(-1, code9)],
  ["[:graph:]", new CharGroup(1, code10)],
  ["[:^graph:]", new CharGroup(-1, code10)],
  ["[:lower:]", new CharGroup(1, code11)],
  ["[:^lower:]", new CharGroup(-1, code11)],
  ["[:print:]", new CharGroup(1, code12)],
  ["[:^print:]", new CharGroup(-1, code12)],
  ["[:punct:]", new CharGroup(1, code13)],
  ["[:^punct:]", new CharGroup(-1, code13)],
  ["[:space:]", new CharGroup(1, code14)],
  ["[:^space:]", new CharGroup(-1, code14)],
  ["[:upper:]", new CharGroup(1, code15)],
  ["[:^upper:]", new CharGroup(-1, code15)],
  ["[:word:]", new CharGroup(1, code16)],
  ["[:^word:]", new CharGroup(-1, code16)],
  ["[:xdigit:]", new CharGroup(1, code17)],
  ["[:^xdigit:]", new CharGroup(-1, code17)]
]);
var CharClass = class CharClass2 {
  static charClassToString(r, len) {
    let result = "[";
    for (let i = 0; i < len; i += 2) {
      if (i > 0) result += " ";
      const lo = r[i];
      const hi = r[i + 1];
      if (lo === hi) result += `0x${lo.toString(16)}`;
      else result += `0x${lo.toString(16)}-0x${hi.toString(16)}`;
    }
    result += "]";
    return result;
  }
  static sortRanges(array, len) {
    const n = len >> 1;
    const order2 = new Array(n);
    for (let i = 0; i < n; i++) order2[i] = i;
    order2.sort((a, b) => array[2 * a] - array[2 * b] || array[2 * b + 1] - array[2 * a + 1]);
    const sorted = array.slice(0, len);
    for (let i = 0; i < n; i++) {
      array[2 * i] = sorted[2 * order2[i]];
      array[2 * i + 1] = sorted[2 * order2[i] + 1];
    }
  }
  /**
  * @param {number[]|Int32Array} [r]
  */
  constructor(r = Utils.emptyInts()) {
    this.r = r;
    this.len = r.length;
  }
  toArray() {
    if (this.r instanceof Int32Array) return this.len === this.r.length ? this.r : this.r.subarray(0, this.len);
    return new Int32Array(this.len === this.r.length ? this.r : this.r.slice(0, this.len));
  }
  toGrowableArray() {
    if (Array.isArray(this.r)) {
      this.r.length = this.len;
      return this.r;
    }
    return Array.from(this.r.subarray(0, this.len));
  }
  cleanClass() {
    if (this.len < 4) return this;
    CharClass2.sortRanges(this.r, this.len);
    let w = 2;
    for (let i = 2; i < this.len; i += 2) {
      const lo = this.r[i];
      const hi = this.r[i + 1];
      if (lo <= this.r[w - 1] + 1) {
        if (hi > this.r[w - 1]) this.r[w - 1] = hi;
        continue;
      }
      this.r[w] = lo;
      this.r[w + 1] = hi;
      w += 2;
    }
    this.len = w;
    return this;
  }
  appendLiteral(x, flags) {
    return (flags & RE2Flags.FOLD_CASE) !== 0 ? this.appendFoldedRange(x, x) : this.appendRange(x, x);
  }
  appendRange(lo, hi) {
    if (this.len > 0) {
      for (let i = 2; i <= 4; i += 2) if (this.len >= i) {
        const rlo = this.r[this.len - i];
        const rhi = this.r[this.len - i + 1];
        if (lo <= rhi + 1 && rlo <= hi + 1) {
          if (lo < rlo) this.r[this.len - i] = lo;
          if (hi > rhi) this.r[this.len - i + 1] = hi;
          return this;
        }
      }
    }
    this.r[this.len++] = lo;
    this.r[this.len++] = hi;
    return this;
  }
  appendFoldedRange(lo, hi) {
    if (lo <= Unicode.MIN_FOLD && hi >= Unicode.MAX_FOLD) return this.appendRange(lo, hi);
    if (hi < Unicode.MIN_FOLD || lo > Unicode.MAX_FOLD) return this.appendRange(lo, hi);
    if (lo < Unicode.MIN_FOLD) {
      this.appendRange(lo, Unicode.MIN_FOLD - 1);
      lo = Unicode.MIN_FOLD;
    }
    if (hi > Unicode.MAX_FOLD) {
      this.appendRange(Unicode.MAX_FOLD + 1, hi);
      hi = Unicode.MAX_FOLD;
    }
    for (let c = lo; c <= hi; c++) {
      this.appendRange(c, c);
      for (let f = Unicode.simpleFold(c); f !== c; f = Unicode.simpleFold(f)) this.appendRange(f, f);
    }
    return this;
  }
  appendClass(x) {
    for (let i = 0; i < x.length; i += 2) this.appendRange(x[i], x[i + 1]);
    return this;
  }
  appendFoldedClass(x) {
    for (let i = 0; i < x.length; i += 2) this.appendFoldedRange(x[i], x[i + 1]);
    return this;
  }
  appendNegatedClass(x) {
    let nextLo = 0;
    for (let i = 0; i < x.length; i += 2) {
      const lo = x[i];
      const hi = x[i + 1];
      if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
      nextLo = hi + 1;
    }
    if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
    return this;
  }
  appendTable(table) {
    for (let i = 0; i < table.length; ++i) {
      const lo = table.getLo(i);
      const hi = table.getHi(i);
      const stride = table.getStride(i);
      if (stride === 1) {
        this.appendRange(lo, hi);
        continue;
      }
      for (let c = lo; c <= hi; c += stride) this.appendRange(c, c);
    }
    return this;
  }
  appendNegatedTable(table) {
    let nextLo = 0;
    for (let i = 0; i < table.length; ++i) {
      const lo = table.getLo(i);
      const hi = table.getHi(i);
      const stride = table.getStride(i);
      if (stride === 1) {
        if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
        nextLo = hi + 1;
        continue;
      }
      for (let c = lo; c <= hi; c += stride) {
        if (nextLo <= c - 1) this.appendRange(nextLo, c - 1);
        nextLo = c + 1;
      }
    }
    if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
    return this;
  }
  appendTableWithSign(table, sign) {
    return sign < 0 ? this.appendNegatedTable(table) : this.appendTable(table);
  }
  negateClass() {
    let nextLo = 0;
    let w = 0;
    for (let i = 0; i < this.len; i += 2) {
      const lo = this.r[i];
      const hi = this.r[i + 1];
      if (nextLo <= lo - 1) {
        this.r[w] = nextLo;
        this.r[w + 1] = lo - 1;
        w += 2;
      }
      nextLo = hi + 1;
    }
    this.len = w;
    if (nextLo <= Unicode.MAX_RUNE) {
      this.r[this.len++] = nextLo;
      this.r[this.len++] = Unicode.MAX_RUNE;
    }
    return this;
  }
  appendClassWithSign(x, sign) {
    return sign < 0 ? this.appendNegatedClass(x) : this.appendClass(x);
  }
  appendGroup(g, foldCase) {
    let cls = g.cls;
    if (foldCase) cls = new CharClass2().appendFoldedClass(cls).cleanClass().toArray();
    return this.appendClassWithSign(cls, g.sign);
  }
  toString() {
    return CharClass2.charClassToString(this.r, this.len);
  }
};
var StringIterator = class {
  constructor(str) {
    this.str = str;
    this.position = 0;
  }
  pos() {
    return this.position;
  }
  rewindTo(pos) {
    this.position = pos;
  }
  more() {
    return this.position < this.str.length;
  }
  peek() {
    return this.str.codePointAt(this.position);
  }
  skip(n) {
    this.position += n;
  }
  skipString(s) {
    this.position += s.length;
  }
  pop() {
    const r = this.str.codePointAt(this.position);
    this.position += Utils.charCount(r);
    return r;
  }
  lookingAt(s) {
    return this.str.startsWith(s, this.position);
  }
  rest() {
    return this.str.substring(this.position);
  }
  from(beforePos) {
    return this.str.substring(beforePos, this.position);
  }
  toString() {
    return this.rest();
  }
};
var Parser = class Parser2 {
  static ERR_INTERNAL_ERROR = "regexp/syntax: internal error";
  static ERR_INVALID_CHAR_RANGE = "invalid character class range";
  static ERR_INVALID_ESCAPE = "invalid escape sequence";
  static ERR_INVALID_NAMED_CAPTURE = "invalid named capture";
  static ERR_INVALID_PERL_OP = "invalid or unsupported Perl syntax";
  static ERR_INVALID_REPEAT_OP = "invalid nested repetition operator";
  static ERR_INVALID_REPEAT_SIZE = "invalid repeat count";
  static ERR_MISSING_BRACKET = "missing closing ]";
  static ERR_MISSING_PAREN = "missing closing )";
  static ERR_MISSING_REPEAT_ARGUMENT = "missing argument to repetition operator";
  static ERR_TRAILING_BACKSLASH = "trailing backslash at end of expression";
  static ERR_DUPLICATE_NAMED_CAPTURE = "duplicate capture group name";
  static ERR_UNEXPECTED_PAREN = "unexpected )";
  static ERR_NESTING_DEPTH = "expression nests too deeply";
  static ERR_LARGE = "expression too large";
  static ERR_INVALID_CAPTURE_IN_LOOKBEHIND = "invalid capture in lookbehind";
  static MAX_HEIGHT = 1e3;
  static MAX_SIZE = 1398101;
  static MAX_RUNES = 33554432;
  static ANY_TABLE = new UnicodeRangeTable(new Uint32Array([
    0,
    Unicode.MAX_RUNE,
    1
  ]));
  static ASCII_TABLE = new UnicodeRangeTable(new Uint32Array([
    0,
    127,
    1
  ]));
  static ASCII_FOLD_TABLE = new UnicodeRangeTable(new Uint32Array([
    0,
    127,
    1,
    383,
    383,
    1,
    8490,
    8490,
    1
  ]));
  static unicodeTable(name) {
    if (name === "Any") return {
      tab: Parser2.ANY_TABLE,
      fold: Parser2.ANY_TABLE,
      sign: 1
    };
    if (name === "Ascii") return {
      tab: Parser2.ASCII_TABLE,
      fold: Parser2.ASCII_FOLD_TABLE,
      sign: 1
    };
    if (name === "Assigned") return {
      tab: UnicodeTables.CATEGORIES.get("Cn"),
      fold: UnicodeTables.CATEGORIES.get("Cn"),
      sign: -1
    };
    if (name === "Lc") return {
      tab: UnicodeTables.CATEGORIES.get("LC"),
      fold: UnicodeTables.FOLD_CATEGORIES.get("LC"),
      sign: 1
    };
    if (UnicodeTables.CATEGORIES.has(name)) return {
      tab: UnicodeTables.CATEGORIES.get(name),
      fold: UnicodeTables.FOLD_CATEGORIES.get(name),
      sign: 1
    };
    if (UnicodeTables.SCRIPTS.has(name)) return {
      tab: UnicodeTables.SCRIPTS.get(name),
      fold: UnicodeTables.FOLD_SCRIPT.get(name),
      sign: 1
    };
    return null;
  }
  static minFoldRune(r) {
    if (r < Unicode.MIN_FOLD || r > Unicode.MAX_FOLD) return r;
    let min = r;
    const r0 = r;
    for (r = Unicode.simpleFold(r); r !== r0; r = Unicode.simpleFold(r)) if (min > r) min = r;
    return min;
  }
  static leadingRegexp(re) {
    if (re.op === Regexp.Op.EMPTY_MATCH) return null;
    if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
      const sub = re.subs[0];
      if (sub.op === Regexp.Op.EMPTY_MATCH) return null;
      return sub;
    }
    return re;
  }
  static literalRegexp(s, flags) {
    const re = new Regexp(Regexp.Op.LITERAL);
    re.flags = flags;
    re.runes = Utils.stringToRunes(s);
    return re;
  }
  /**
  * Parse regular expression pattern {@code pattern} with mode flags {@code flags}.
  * @param {string} pattern
  * @param {number} flags
  */
  static parse(pattern, flags) {
    return new Parser2(pattern, flags).parseInternal();
  }
  static parseRepeat(t) {
    const start2 = t.pos();
    if (!t.more() || !t.lookingAt("{")) return -1;
    t.skip(1);
    const min = Parser2.parseInt(t);
    if (min === -1) return -1;
    if (!t.more()) return -1;
    let max;
    if (!t.lookingAt(",")) max = min;
    else {
      t.skip(1);
      if (!t.more()) return -1;
      if (t.lookingAt("}")) max = -1;
      else if ((max = Parser2.parseInt(t)) === -1) return -1;
    }
    if (!t.more() || !t.lookingAt("}")) return -1;
    t.skip(1);
    if (min < 0 || min > 1e3 || max === -2 || max > 1e3 || max >= 0 && min > max) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_SIZE, t.from(start2));
    return min << 16 | max & Unicode.MAX_BMP;
  }
  static isValidCaptureName(name) {
    if (name.length === 0) return false;
    for (let i = 0; i < name.length; i++) {
      const c = name.codePointAt(i);
      if (c !== Codepoint.CODES["_"] && !Utils.isalnum(c)) return false;
    }
    return true;
  }
  static parseInt(t) {
    const start2 = t.pos();
    while (t.more() && t.peek() >= Codepoint.CODES["0"] && t.peek() <= Codepoint.CODES["9"]) t.skip(1);
    const n = t.from(start2);
    if (n.length === 0 || n.length > 1 && n.codePointAt(0) === Codepoint.CODES["0"]) return -1;
    if (n.length > 8) return -2;
    return parseInt(n, 10);
  }
  static isCharClass(re) {
    return re.op === Regexp.Op.LITERAL && re.runes.length === 1 || re.op === Regexp.Op.CHAR_CLASS || re.op === Regexp.Op.ANY_CHAR_NOT_NL || re.op === Regexp.Op.ANY_CHAR;
  }
  static matchRune(re, r) {
    switch (re.op) {
      case Regexp.Op.LITERAL:
        return re.runes.length === 1 && re.runes[0] === r;
      case Regexp.Op.CHAR_CLASS:
        for (let i = 0; i < re.runes.length; i += 2) if (re.runes[i] <= r && r <= re.runes[i + 1]) return true;
        return false;
      case Regexp.Op.ANY_CHAR_NOT_NL:
        return r !== Codepoint.CODES["\n"];
      case Regexp.Op.ANY_CHAR:
        return true;
    }
    return false;
  }
  static mergeCharClass(dst, src) {
    switch (dst.op) {
      case Regexp.Op.ANY_CHAR:
        break;
      case Regexp.Op.ANY_CHAR_NOT_NL:
        if (Parser2.matchRune(src, Codepoint.CODES["\n"])) dst.op = Regexp.Op.ANY_CHAR;
        break;
      case Regexp.Op.CHAR_CLASS: {
        const cc = new CharClass(Array.isArray(dst.runes) ? dst.runes : Array.from(dst.runes));
        if (src.op === Regexp.Op.LITERAL) cc.appendLiteral(src.runes[0], src.flags);
        else cc.appendClass(src.runes);
        dst.runes = cc.toGrowableArray();
        break;
      }
      case Regexp.Op.LITERAL:
        if (src.runes[0] === dst.runes[0] && src.flags === dst.flags) break;
        dst.op = Regexp.Op.CHAR_CLASS;
        dst.runes = new CharClass().appendLiteral(dst.runes[0], dst.flags).appendLiteral(src.runes[0], src.flags).toGrowableArray();
    }
  }
  static parseEscape(t) {
    const startPos = t.pos();
    t.skip(1);
    if (!t.more()) throw new RE2JSSyntaxException(Parser2.ERR_TRAILING_BACKSLASH);
    let c = t.pop();
    bigswitch: switch (c) {
      case Codepoint.CODES["1"]:
      case Codepoint.CODES["2"]:
      case Codepoint.CODES["3"]:
      case Codepoint.CODES["4"]:
      case Codepoint.CODES["5"]:
      case Codepoint.CODES["6"]:
      case Codepoint.CODES["7"]:
        if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
      case Codepoint.CODES["0"]: {
        let r = c - Codepoint.CODES["0"];
        for (let i = 1; i < 3; i++) {
          if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
          r = r * 8 + t.peek() - Codepoint.CODES["0"];
          t.skip(1);
        }
        return r;
      }
      case Codepoint.CODES["x"]: {
        if (!t.more()) break;
        c = t.pop();
        if (c === Codepoint.CODES["{"]) {
          let nhex = 0;
          let r = 0;
          while (true) {
            if (!t.more()) break bigswitch;
            c = t.pop();
            if (c === Codepoint.CODES["}"]) break;
            const v = Utils.unhex(c);
            if (v < 0) break bigswitch;
            r = r * 16 + v;
            if (r > Unicode.MAX_RUNE) break bigswitch;
            nhex++;
          }
          if (nhex === 0) break bigswitch;
          return r;
        }
        const x = Utils.unhex(c);
        if (!t.more()) break;
        c = t.pop();
        const y = Utils.unhex(c);
        if (x < 0 || y < 0) break;
        return x * 16 + y;
      }
      case Codepoint.CODES["a"]:
        return Codepoint.CODES["\x07"];
      case Codepoint.CODES["f"]:
        return Codepoint.CODES["\f"];
      case Codepoint.CODES["n"]:
        return Codepoint.CODES["\n"];
      case Codepoint.CODES["r"]:
        return Codepoint.CODES["\r"];
      case Codepoint.CODES["t"]:
        return Codepoint.CODES["	"];
      case Codepoint.CODES["v"]:
        return Codepoint.CODES["\v"];
      default:
        if (c <= Unicode.MAX_ASCII && !Utils.isalnum(c)) return c;
    }
    throw new RE2JSSyntaxException(Parser2.ERR_INVALID_ESCAPE, t.from(startPos));
  }
  static parseClassChar(t, wholeClassPos) {
    if (!t.more()) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_BRACKET, t.from(wholeClassPos));
    if (t.lookingAt("\\")) return Parser2.parseEscape(t);
    return t.pop();
  }
  static hasCapture(re) {
    if (re === null) return false;
    if (re.op === Regexp.Op.CAPTURE) return true;
    if (re.subs) {
      for (let sub of re.subs) if (Parser2.hasCapture(sub)) return true;
    }
    return false;
  }
  constructor(wholeRegexp, flags = 0) {
    this.wholeRegexp = wholeRegexp;
    this.flags = flags;
    this.numCap = 0;
    this.namedGroups = /* @__PURE__ */ Object.create(null);
    this.stack = [];
    this.free = null;
    this.numRegexp = 0;
    this.numRunes = 0;
    this.repeats = 0;
    this.height = null;
    this.size = null;
    this.nlb = 0;
  }
  newRegexp(op) {
    let re = this.free;
    if (re !== null && re.subs !== null && re.subs.length > 0) {
      this.free = re.subs[0];
      re.reinit();
      re.op = op;
    } else {
      re = new Regexp(op);
      this.numRegexp += 1;
    }
    return re;
  }
  reuse(re) {
    if (this.height !== null && this.height.has(re)) this.height.delete(re);
    if (re.subs !== null && re.subs.length > 0) re.subs[0] = this.free;
    this.free = re;
  }
  checkLimits(re) {
    if (this.numRunes > Parser2.MAX_RUNES) throw new RE2JSSyntaxException(Parser2.ERR_LARGE);
    this.checkSize(re);
    this.checkHeight(re);
  }
  checkSize(re) {
    if (this.size === null) {
      if (this.repeats === 0) this.repeats = 1;
      if (re.op === Regexp.Op.REPEAT) {
        let n = re.max;
        if (n === -1) n = re.min;
        if (n <= 0) n = 1;
        if (n > Math.floor(Parser2.MAX_SIZE / this.repeats)) this.repeats = Parser2.MAX_SIZE;
        else this.repeats *= n;
      }
      if (this.numRegexp < Math.floor(Parser2.MAX_SIZE / this.repeats)) return;
      this.size = /* @__PURE__ */ new Map();
      for (let reEx of this.stack) this.checkSize(reEx);
    }
    if (this.calcSize(re, true) > Parser2.MAX_SIZE) throw new RE2JSSyntaxException(Parser2.ERR_LARGE);
  }
  calcSize(re, force = false) {
    if (!force && this.size !== null) {
      if (this.size.has(re)) return this.size.get(re);
    }
    let size = 0;
    switch (re.op) {
      case Regexp.Op.LITERAL:
        size = re.runes.length;
        break;
      case Regexp.Op.PLB:
      case Regexp.Op.NLB:
      case Regexp.Op.CAPTURE:
      case Regexp.Op.STAR:
        size = 2 + this.calcSize(re.subs[0]);
        break;
      case Regexp.Op.PLUS:
      case Regexp.Op.QUEST:
        size = 1 + this.calcSize(re.subs[0]);
        break;
      case Regexp.Op.CONCAT:
        for (let sub of re.subs) size = size + this.calcSize(sub);
        break;
      case Regexp.Op.ALTERNATE:
        for (let sub of re.subs) size = size + this.calcSize(sub);
        if (re.subs.length > 1) size = size + re.subs.length - 1;
        break;
      case Regexp.Op.REPEAT: {
        let sub = this.calcSize(re.subs[0]);
        if (re.max === -1) {
          if (re.min === 0) size = 2 + sub;
          else size = 1 + re.min * sub;
          break;
        }
        size = re.max * sub + (re.max - re.min);
        break;
      }
    }
    size = Math.max(1, size);
    if (this.size === null) this.size = /* @__PURE__ */ new Map();
    this.size.set(re, size);
    return size;
  }
  checkHeight(re) {
    if (this.numRegexp < Parser2.MAX_HEIGHT) return;
    if (this.height === null) {
      this.height = /* @__PURE__ */ new Map();
      for (let reEx of this.stack) this.checkHeight(reEx);
    }
    if (this.calcHeight(re, true) > Parser2.MAX_HEIGHT) throw new RE2JSSyntaxException(Parser2.ERR_NESTING_DEPTH);
  }
  calcHeight(re, force = false) {
    if (!force && this.height !== null) {
      if (this.height.has(re)) return this.height.get(re);
    }
    let h = 1;
    for (let sub of re.subs) {
      const hsub = this.calcHeight(sub);
      if (h < 1 + hsub) h = 1 + hsub;
    }
    if (this.height === null) this.height = /* @__PURE__ */ new Map();
    this.height.set(re, h);
    return h;
  }
  pop() {
    return this.stack.pop();
  }
  popToPseudo() {
    const n = this.stack.length;
    let i = n;
    while (i > 0 && !Regexp.isPseudoOp(this.stack[i - 1].op)) i--;
    return this.stack.splice(i, n - i);
  }
  push(re) {
    this.numRunes += re.runes.length;
    if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] === re.runes[1]) {
      if (this.maybeConcat(re.runes[0], this.flags & ~RE2Flags.FOLD_CASE)) return null;
      re.op = Regexp.Op.LITERAL;
      re.runes = [re.runes[0]];
      re.flags = this.flags & ~RE2Flags.FOLD_CASE;
    } else if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 4 && re.runes[0] === re.runes[1] && re.runes[2] === re.runes[3] && Unicode.simpleFold(re.runes[0]) === re.runes[2] && Unicode.simpleFold(re.runes[2]) === re.runes[0] || re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] + 1 === re.runes[1] && Unicode.simpleFold(re.runes[0]) === re.runes[1] && Unicode.simpleFold(re.runes[1]) === re.runes[0]) {
      if (this.maybeConcat(re.runes[0], this.flags | RE2Flags.FOLD_CASE)) return null;
      re.op = Regexp.Op.LITERAL;
      re.runes = [re.runes[0]];
      re.flags = this.flags | RE2Flags.FOLD_CASE;
    } else this.maybeConcat(-1, 0);
    this.stack.push(re);
    this.checkLimits(re);
    return re;
  }
  maybeConcat(r, flags) {
    const n = this.stack.length;
    if (n < 2) return false;
    const re1 = this.stack[n - 1];
    const re2 = this.stack[n - 2];
    if (re1.op !== Regexp.Op.LITERAL || re2.op !== Regexp.Op.LITERAL || (re1.flags & RE2Flags.FOLD_CASE) !== (re2.flags & RE2Flags.FOLD_CASE)) return false;
    if (!Array.isArray(re2.runes)) re2.runes = Array.from(re2.runes);
    for (let i = 0; i < re1.runes.length; i++) re2.runes.push(re1.runes[i]);
    if (r >= 0) {
      re1.runes = [r];
      re1.flags = flags;
      return true;
    }
    this.pop();
    this.reuse(re1);
    return false;
  }
  newLiteral(r, flags) {
    const re = this.newRegexp(Regexp.Op.LITERAL);
    re.flags = flags;
    if ((flags & RE2Flags.FOLD_CASE) !== 0) r = Parser2.minFoldRune(r);
    re.runes = [r];
    return re;
  }
  literal(r) {
    this.push(this.newLiteral(r, this.flags));
  }
  op(op) {
    const re = this.newRegexp(op);
    re.flags = this.flags;
    return this.push(re);
  }
  repeat(op, min, max, beforePos, t, lastRepeatPos) {
    let flags = this.flags;
    if ((flags & RE2Flags.PERL_X) !== 0) {
      if (t.more() && t.lookingAt("?")) {
        t.skip(1);
        flags ^= RE2Flags.NON_GREEDY;
      }
      if (lastRepeatPos !== -1) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_OP, t.from(lastRepeatPos));
    }
    const n = this.stack.length;
    if (n === 0) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
    const sub = this.stack[n - 1];
    if (Regexp.isPseudoOp(sub.op)) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
    const re = this.newRegexp(op);
    re.min = min;
    re.max = max;
    re.flags = flags;
    re.subs = [sub];
    this.stack[n - 1] = re;
    this.checkLimits(re);
    if (op === Regexp.Op.REPEAT && (min >= 2 || max >= 2) && !this.repeatIsValid(re, 1e3)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_SIZE, t.from(beforePos));
  }
  repeatIsValid(re, n) {
    if (re.op === Regexp.Op.REPEAT) {
      let m = re.max;
      if (m === 0) return true;
      if (m < 0) m = re.min;
      if (m > n) return false;
      if (m > 0) n = Math.trunc(n / m);
    }
    for (let sub of re.subs) if (!this.repeatIsValid(sub, n)) return false;
    return true;
  }
  concat() {
    this.maybeConcat(-1, 0);
    const subs = this.popToPseudo();
    if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.EMPTY_MATCH));
    return this.push(this.collapse(subs, Regexp.Op.CONCAT));
  }
  alternate() {
    const subs = this.popToPseudo();
    if (subs.length > 0) this.cleanAlt(subs[subs.length - 1]);
    if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.NO_MATCH));
    return this.push(this.collapse(subs, Regexp.Op.ALTERNATE));
  }
  cleanAlt(re) {
    if (re.op === Regexp.Op.CHAR_CLASS) {
      re.runes = new CharClass(Array.from(re.runes)).cleanClass().toArray();
      if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) {
        re.runes = /* @__PURE__ */ new Int32Array(0);
        re.op = Regexp.Op.ANY_CHAR;
      } else if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) {
        re.runes = /* @__PURE__ */ new Int32Array(0);
        re.op = Regexp.Op.ANY_CHAR_NOT_NL;
      }
    }
  }
  collapse(subs, op) {
    if (subs.length === 1) return subs[0];
    let len = 0;
    for (let sub of subs) len += sub.op === op ? sub.subs.length : 1;
    let newsubs = new Array(len).fill(null);
    let i = 0;
    for (let sub of subs) if (sub.op === op) {
      for (let j = 0; j < sub.subs.length; j++) newsubs[i++] = sub.subs[j];
      this.reuse(sub);
    } else newsubs[i++] = sub;
    let re = this.newRegexp(op);
    re.subs = newsubs;
    if (op === Regexp.Op.ALTERNATE) {
      re.subs = this.factor(re.subs);
      if (re.subs.length === 1) {
        const old = re;
        re = re.subs[0];
        this.reuse(old);
      }
    }
    return re;
  }
  factor(array) {
    if (array.length < 2) return array;
    let s = 0;
    let lensub = array.length;
    let lenout = 0;
    let str = null;
    let strlen = 0;
    let strflags = 0;
    let start2 = 0;
    for (let i = 0; i <= lensub; i++) {
      let istr = null;
      let istrlen = 0;
      let iflags = 0;
      if (i < lensub) {
        let re = array[s + i];
        if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) re = re.subs[0];
        if (re.op === Regexp.Op.LITERAL) {
          istr = re.runes;
          istrlen = re.runes.length;
          iflags = re.flags & RE2Flags.FOLD_CASE;
        }
        if (iflags === strflags) {
          let same = 0;
          while (same < strlen && same < istrlen && str[same] === istr[same]) same++;
          if (same > 0) {
            strlen = same;
            continue;
          }
        }
      }
      if (i === start2) {
      } else if (i === start2 + 1) array[lenout++] = array[s + start2];
      else {
        const prefix = this.newRegexp(Regexp.Op.LITERAL);
        prefix.flags = strflags;
        prefix.runes = str.slice(0, strlen);
        for (let j = start2; j < i; j++) {
          array[s + j] = this.removeLeadingString(array[s + j], strlen);
          this.checkLimits(array[s + j]);
        }
        const suffix = this.collapse(array.slice(s + start2, s + i), Regexp.Op.ALTERNATE);
        const re = this.newRegexp(Regexp.Op.CONCAT);
        re.subs = [prefix, suffix];
        array[lenout++] = re;
      }
      start2 = i;
      str = istr;
      strlen = istrlen;
      strflags = iflags;
    }
    lensub = lenout;
    s = 0;
    start2 = 0;
    lenout = 0;
    let first = null;
    for (let i = 0; i <= lensub; i++) {
      let ifirst = null;
      if (i < lensub) {
        ifirst = Parser2.leadingRegexp(array[s + i]);
        if (first !== null && first.equals(ifirst) && (Parser2.isCharClass(first) || first.op === Regexp.Op.REPEAT && first.min === first.max && Parser2.isCharClass(first.subs[0]))) continue;
      }
      if (i === start2) {
      } else if (i === start2 + 1) array[lenout++] = array[s + start2];
      else {
        const prefix = first;
        for (let j = start2; j < i; j++) {
          const reuse = j !== start2;
          array[s + j] = this.removeLeadingRegexp(array[s + j], reuse);
          this.checkLimits(array[s + j]);
        }
        const suffix = this.collapse(array.slice(s + start2, s + i), Regexp.Op.ALTERNATE);
        const re = this.newRegexp(Regexp.Op.CONCAT);
        re.subs = [prefix, suffix];
        array[lenout++] = re;
      }
      start2 = i;
      first = ifirst;
    }
    lensub = lenout;
    s = 0;
    start2 = 0;
    lenout = 0;
    for (let i = 0; i <= lensub; i++) {
      if (i < lensub && Parser2.isCharClass(array[s + i])) continue;
      if (i === start2) {
      } else if (i === start2 + 1) array[lenout++] = array[s + start2];
      else {
        let max = start2;
        for (let j = start2 + 1; j < i; j++) {
          const subMax = array[s + max];
          const subJ = array[s + j];
          if (subMax.op < subJ.op || subMax.op === subJ.op && (subMax.runes !== null ? subMax.runes.length : 0) < (subJ.runes !== null ? subJ.runes.length : 0)) max = j;
        }
        const tmp = array[s + start2];
        array[s + start2] = array[s + max];
        array[s + max] = tmp;
        for (let j = start2 + 1; j < i; j++) {
          Parser2.mergeCharClass(array[s + start2], array[s + j]);
          this.reuse(array[s + j]);
        }
        this.cleanAlt(array[s + start2]);
        array[lenout++] = array[s + start2];
      }
      if (i < lensub) array[lenout++] = array[s + i];
      start2 = i + 1;
    }
    lensub = lenout;
    s = 0;
    start2 = 0;
    lenout = 0;
    for (let i = 0; i < lensub; ++i) {
      if (i + 1 < lensub && array[s + i].op === Regexp.Op.EMPTY_MATCH && array[s + i + 1].op === Regexp.Op.EMPTY_MATCH) continue;
      array[lenout++] = array[s + i];
    }
    lensub = lenout;
    s = 0;
    return array.slice(s, lensub);
  }
  removeLeadingString(re, n) {
    if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
      const sub = this.removeLeadingString(re.subs[0], n);
      re.subs[0] = sub;
      if (sub.op === Regexp.Op.EMPTY_MATCH) {
        this.reuse(sub);
        switch (re.subs.length) {
          case 0:
          case 1:
            re.op = Regexp.Op.EMPTY_MATCH;
            re.subs = Regexp.emptySubs();
            break;
          case 2: {
            const old = re;
            re = re.subs[1];
            this.reuse(old);
            break;
          }
          default:
            re.subs = re.subs.slice(1, re.subs.length);
        }
      }
      return re;
    }
    if (re.op === Regexp.Op.LITERAL) {
      re.runes = re.runes.slice(n, re.runes.length);
      if (re.runes.length === 0) re.op = Regexp.Op.EMPTY_MATCH;
    }
    return re;
  }
  removeLeadingRegexp(re, reuse) {
    if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
      if (reuse) this.reuse(re.subs[0]);
      re.subs = re.subs.slice(1, re.subs.length);
      switch (re.subs.length) {
        case 0:
          re.op = Regexp.Op.EMPTY_MATCH;
          re.subs = Regexp.emptySubs();
          break;
        case 1: {
          const old = re;
          re = re.subs[0];
          this.reuse(old);
          break;
        }
      }
      return re;
    }
    if (reuse) this.reuse(re);
    return this.newRegexp(Regexp.Op.EMPTY_MATCH);
  }
  parseInternal() {
    if ((this.flags & RE2Flags.LITERAL) !== 0) return Parser2.literalRegexp(this.wholeRegexp, this.flags);
    let lastRepeatPos = -1;
    let min = -1;
    let max = -1;
    const t = new StringIterator(this.wholeRegexp);
    while (t.more()) {
      let repeatPos = -1;
      bigswitch: switch (t.peek()) {
        case Codepoint.CODES["("]:
          if ((this.flags & RE2Flags.LOOKBEHIND) !== 0) {
            if (t.lookingAt("(?<=")) {
              this.parsePosLookBehind();
              t.skip(4);
              break;
            }
            if (t.lookingAt("(?<!")) {
              this.parseNegLookBehind();
              t.skip(4);
              break;
            }
          }
          if ((this.flags & RE2Flags.PERL_X) !== 0 && t.lookingAt("(?")) {
            this.parsePerlFlags(t);
            break;
          }
          this.op(Regexp.Op.LEFT_PAREN).cap = ++this.numCap;
          t.skip(1);
          break;
        case Codepoint.CODES["|"]:
          this.parseVerticalBar();
          t.skip(1);
          break;
        case Codepoint.CODES[")"]:
          this.parseRightParen();
          t.skip(1);
          break;
        case Codepoint.CODES["^"]:
          if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.BEGIN_TEXT);
          else this.op(Regexp.Op.BEGIN_LINE);
          t.skip(1);
          break;
        case Codepoint.CODES["$"]:
          if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.END_TEXT).flags |= RE2Flags.WAS_DOLLAR;
          else this.op(Regexp.Op.END_LINE);
          t.skip(1);
          break;
        case Codepoint.CODES["."]:
          if ((this.flags & RE2Flags.DOT_NL) !== 0) this.op(Regexp.Op.ANY_CHAR);
          else this.op(Regexp.Op.ANY_CHAR_NOT_NL);
          t.skip(1);
          break;
        case Codepoint.CODES["["]:
          this.parseClass(t);
          break;
        case Codepoint.CODES["*"]:
        case Codepoint.CODES["+"]:
        case Codepoint.CODES["?"]: {
          repeatPos = t.pos();
          let op = null;
          switch (t.pop()) {
            case Codepoint.CODES["*"]:
              op = Regexp.Op.STAR;
              break;
            case Codepoint.CODES["+"]:
              op = Regexp.Op.PLUS;
              break;
            case Codepoint.CODES["?"]:
              op = Regexp.Op.QUEST;
          }
          this.repeat(op, min, max, repeatPos, t, lastRepeatPos);
          break;
        }
        case Codepoint.CODES["{"]: {
          const before2 = t.pos();
          const minMax = Parser2.parseRepeat(t);
          if (minMax < 0) {
            t.rewindTo(before2);
            this.literal(t.pop());
            break;
          }
          repeatPos = before2;
          min = minMax >> 16;
          max = (minMax & Unicode.MAX_BMP) << 16 >> 16;
          this.repeat(Regexp.Op.REPEAT, min, max, repeatPos, t, lastRepeatPos);
          break;
        }
        case Codepoint.CODES["\\"]: {
          const savedPos = t.pos();
          t.skip(1);
          if ((this.flags & RE2Flags.PERL_X) !== 0 && t.more()) switch (t.pop()) {
            case Codepoint.CODES["A"]:
              this.op(Regexp.Op.BEGIN_TEXT);
              break bigswitch;
            case Codepoint.CODES["b"]:
              this.op(Regexp.Op.WORD_BOUNDARY);
              break bigswitch;
            case Codepoint.CODES["B"]:
              this.op(Regexp.Op.NO_WORD_BOUNDARY);
              break bigswitch;
            case Codepoint.CODES["C"]:
              throw new RE2JSSyntaxException(Parser2.ERR_INVALID_ESCAPE, "\\C");
            case Codepoint.CODES["Q"]: {
              let lit = t.rest();
              const i = lit.indexOf("\\E");
              if (i >= 0) {
                lit = lit.substring(0, i);
                t.skipString(lit);
                t.skipString("\\E");
              } else t.skipString(lit);
              let j = 0;
              while (j < lit.length) {
                const codepoint = lit.codePointAt(j);
                this.literal(codepoint);
                j += Utils.charCount(codepoint);
              }
              break bigswitch;
            }
            case Codepoint.CODES["z"]:
              this.op(Regexp.Op.END_TEXT);
              break bigswitch;
            default:
              t.rewindTo(savedPos);
          }
          else t.rewindTo(savedPos);
          const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
          re.flags = this.flags;
          if (t.lookingAt("\\p") || t.lookingAt("\\P")) {
            const cc2 = new CharClass();
            if (this.parseUnicodeClass(t, cc2)) {
              re.runes = cc2.toArray();
              this.push(re);
              break bigswitch;
            }
          }
          const cc = new CharClass();
          if (this.parsePerlClassEscape(t, cc)) {
            re.runes = cc.toArray();
            this.push(re);
            break bigswitch;
          }
          t.rewindTo(savedPos);
          this.reuse(re);
          this.literal(Parser2.parseEscape(t));
          break;
        }
        default:
          this.literal(t.pop());
      }
      lastRepeatPos = repeatPos;
    }
    this.concat();
    if (this.swapVerticalBar()) this.pop();
    this.alternate();
    if (this.stack.length !== 1) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_PAREN, this.wholeRegexp);
    this.stack[0].namedGroups = this.namedGroups;
    return this.stack[0];
  }
  parsePerlFlags(t) {
    const startPos = t.pos();
    const s = t.rest();
    if (s.startsWith("(?P<") || s.startsWith("(?<")) {
      const begin = s.charAt(2) === "P" ? 4 : 3;
      const end = s.indexOf(">");
      if (end < 0) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_NAMED_CAPTURE, s);
      const name = s.substring(begin, end);
      t.skipString(name);
      t.skip(begin + 1);
      if (!Parser2.isValidCaptureName(name)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_NAMED_CAPTURE, s.substring(0, end + 1));
      const re = this.op(Regexp.Op.LEFT_PAREN);
      re.cap = ++this.numCap;
      if (this.namedGroups[name]) throw new RE2JSSyntaxException(Parser2.ERR_DUPLICATE_NAMED_CAPTURE, name);
      this.namedGroups[name] = this.numCap;
      re.name = name;
      return;
    }
    t.skip(2);
    let flags = this.flags;
    let sign = 1;
    let sawFlag = false;
    loop: while (t.more()) {
      const c = t.pop();
      switch (c) {
        case Codepoint.CODES["i"]:
          flags |= RE2Flags.FOLD_CASE;
          sawFlag = true;
          break;
        case Codepoint.CODES["m"]:
          flags &= ~RE2Flags.ONE_LINE;
          sawFlag = true;
          break;
        case Codepoint.CODES["s"]:
          flags |= RE2Flags.DOT_NL;
          sawFlag = true;
          break;
        case Codepoint.CODES["U"]:
          flags |= RE2Flags.NON_GREEDY;
          sawFlag = true;
          break;
        case Codepoint.CODES["-"]:
          if (sign < 0) break loop;
          sign = -1;
          flags = ~flags;
          sawFlag = false;
          break;
        case Codepoint.CODES[":"]:
        case Codepoint.CODES[")"]:
          if (sign < 0) {
            if (!sawFlag) break loop;
            flags = ~flags;
          }
          if (c === Codepoint.CODES[":"]) this.op(Regexp.Op.LEFT_PAREN);
          this.flags = flags;
          return;
        default:
          break loop;
      }
    }
    throw new RE2JSSyntaxException(Parser2.ERR_INVALID_PERL_OP, t.from(startPos));
  }
  parsePosLookBehind() {
    const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
    re.flags = this.flags;
    re.lb = ++this.nlb;
    return this.push(re);
  }
  parseNegLookBehind() {
    const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
    re.flags = this.flags;
    re.lb = -++this.nlb;
    return this.push(re);
  }
  parseVerticalBar() {
    this.concat();
    if (!this.swapVerticalBar()) this.op(Regexp.Op.VERTICAL_BAR);
  }
  swapVerticalBar() {
    const n = this.stack.length;
    if (n >= 3 && this.stack[n - 2].op === Regexp.Op.VERTICAL_BAR && Parser2.isCharClass(this.stack[n - 1]) && Parser2.isCharClass(this.stack[n - 3])) {
      let re1 = this.stack[n - 1];
      let re3 = this.stack[n - 3];
      if (re1.op > re3.op) {
        const tmp = re3;
        re3 = re1;
        re1 = tmp;
        this.stack[n - 3] = re3;
      }
      Parser2.mergeCharClass(re3, re1);
      this.reuse(re1);
      this.pop();
      return true;
    }
    if (n >= 2) {
      const re1 = this.stack[n - 1];
      const re2 = this.stack[n - 2];
      if (re2.op === Regexp.Op.VERTICAL_BAR) {
        if (n >= 3) this.cleanAlt(this.stack[n - 3]);
        this.stack[n - 2] = re1;
        this.stack[n - 1] = re2;
        return true;
      }
    }
    return false;
  }
  parseRightParen() {
    this.concat();
    if (this.swapVerticalBar()) this.pop();
    this.alternate();
    if (this.stack.length < 2) throw new RE2JSSyntaxException(Parser2.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
    const re1 = this.pop();
    const re2 = this.pop();
    if (re2.op !== Regexp.Op.LEFT_PAREN) throw new RE2JSSyntaxException(Parser2.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
    this.flags = re2.flags;
    if (re2.lb !== 0) {
      if (Parser2.hasCapture(re1)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CAPTURE_IN_LOOKBEHIND, this.wholeRegexp);
      if (re2.lb > 0) re2.op = Regexp.Op.PLB;
      else re2.op = Regexp.Op.NLB;
      re2.subs = [re1];
      this.push(re2);
      return;
    }
    if (re2.cap === 0) this.push(re1);
    else {
      re2.op = Regexp.Op.CAPTURE;
      re2.subs = [re1];
      this.push(re2);
    }
  }
  parsePerlClassEscape(t, cc) {
    const beforePos = t.pos();
    if ((this.flags & RE2Flags.PERL_X) === 0 || !t.more() || t.pop() !== Codepoint.CODES["\\"] || !t.more()) return false;
    t.pop();
    const p = t.from(beforePos);
    const g = PERL_GROUPS.has(p) ? PERL_GROUPS.get(p) : null;
    if (g === null) return false;
    cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
    return true;
  }
  parseNamedClass(t, cc) {
    const cls = t.rest();
    const i = cls.indexOf(":]");
    if (i < 0) return false;
    const name = cls.substring(0, i + 2);
    t.skipString(name);
    const g = POSIX_GROUPS.has(name) ? POSIX_GROUPS.get(name) : null;
    if (g === null) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, name);
    cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
    return true;
  }
  parseUnicodeClass(t, cc) {
    const startPos = t.pos();
    if ((this.flags & RE2Flags.UNICODE_GROUPS) === 0 || !t.lookingAt("\\p") && !t.lookingAt("\\P")) return false;
    t.skip(1);
    let sign = 1;
    let c = t.pop();
    if (c === Codepoint.CODES["P"]) sign = -1;
    if (!t.more()) {
      t.rewindTo(startPos);
      throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
    }
    c = t.pop();
    let name;
    if (c !== Codepoint.CODES["{"]) name = Utils.runeToString(c);
    else {
      const rest = t.rest();
      const end = rest.indexOf("}");
      if (end < 0) {
        t.rewindTo(startPos);
        throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
      }
      name = rest.substring(0, end);
      t.skipString(name);
      t.skip(1);
    }
    if (!(name.length === 0) && name.codePointAt(0) === Codepoint.CODES["^"]) {
      sign = 0 - sign;
      name = name.substring(1);
    }
    const pair2 = Parser2.unicodeTable(name);
    if (pair2 === null) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.from(startPos));
    if (pair2.sign < 0) sign = 0 - sign;
    const tab = pair2.tab;
    const fold = pair2.fold;
    if ((this.flags & RE2Flags.FOLD_CASE) === 0 || fold === null) cc.appendTableWithSign(tab, sign);
    else {
      const tmp = new CharClass().appendTable(tab).appendTable(fold).cleanClass().toArray();
      cc.appendClassWithSign(Array.from(tmp), sign);
    }
    return true;
  }
  parseClass(t) {
    const startPos = t.pos();
    t.skip(1);
    const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
    re.flags = this.flags;
    const cc = new CharClass();
    let sign = 1;
    if (t.more() && t.lookingAt("^")) {
      sign = -1;
      t.skip(1);
      if ((this.flags & RE2Flags.CLASS_NL) === 0) cc.appendRange(Codepoint.CODES["\n"], Codepoint.CODES["\n"]);
    }
    let first = true;
    while (!t.more() || t.peek() !== Codepoint.CODES["]"] || first) {
      if (t.more() && t.lookingAt("-") && (this.flags & RE2Flags.PERL_X) === 0 && !first) {
        const s = t.rest();
        if (s === "-" || !s.startsWith("-]")) {
          t.rewindTo(startPos);
          throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
        }
      }
      first = false;
      const beforePos = t.pos();
      if (t.lookingAt("[:")) {
        if (this.parseNamedClass(t, cc)) continue;
        t.rewindTo(beforePos);
      }
      if (this.parseUnicodeClass(t, cc)) continue;
      if (this.parsePerlClassEscape(t, cc)) continue;
      t.rewindTo(beforePos);
      const lo = Parser2.parseClassChar(t, startPos);
      let hi = lo;
      if (t.more() && t.lookingAt("-")) {
        t.skip(1);
        if (t.more() && t.lookingAt("]")) t.skip(-1);
        else {
          hi = Parser2.parseClassChar(t, startPos);
          if (hi < lo) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.from(beforePos));
        }
      }
      if ((this.flags & RE2Flags.FOLD_CASE) === 0) cc.appendRange(lo, hi);
      else cc.appendFoldedRange(lo, hi);
    }
    t.skip(1);
    cc.cleanClass();
    if (sign < 0) cc.negateClass();
    re.runes = cc.toArray();
    this.push(re);
  }
};
var RE2 = class RE22 {
  static initTest(expr) {
    const re2 = RE22.compile(expr);
    const res = new RE22(re2.expr, re2.prog, re2.numSubexp, re2.longest);
    res.cond = re2.cond;
    res.prefix = re2.prefix;
    res.prefixUTF8 = re2.prefixUTF8;
    res.prefixComplete = re2.prefixComplete;
    res.prefixRune = re2.prefixRune;
    res.prefilter = re2.prefilter;
    res.namedGroups = re2.namedGroups;
    return res;
  }
  /**
  * Parses a regular expression and returns, if successful, an {@code RE2} instance that can be
  * used to match against text.
  *
  * When matching against text, the regexp returns a match that begins as early as possible in the
  * input (leftmost), and among those it chooses the one that a backtracking search would have
  * found first. This so-called leftmost-first matching is the same semantics that Perl, Python,
  * and other implementations use, although this package implements it without the expense of
  * backtracking. For POSIX leftmost-longest matching, see {@link #compilePOSIX}.
  */
  static compile(expr) {
    return RE22.compileImpl(expr, RE2Flags.PERL, false);
  }
  /**
  * {@code compilePOSIX} is like {@link #compile} but restricts the regular expression to POSIX ERE
  * (egrep) syntax and changes the match semantics to leftmost-longest.
  *
  * That is, when matching against text, the regexp returns a match that begins as early as
  * possible in the input (leftmost), and among those it chooses a match that is as long as
  * possible. This so-called leftmost-longest matching is the same semantics that early regular
  * expression implementations used and that POSIX specifies.
  *
  * However, there can be multiple leftmost-longest matches, with different submatch choices, and
  * here this package diverges from POSIX. Among the possible leftmost-longest matches, this
  * package chooses the one that a backtracking search would have found first, while POSIX
  * specifies that the match be chosen to maximize the length of the first subexpression, then the
  * second, and so on from left to right. The POSIX rule is computationally prohibitive and not
  * even well-defined. See http://swtch.com/~rsc/regexp/regexp2.html#posix
  */
  static compilePOSIX(expr) {
    return RE22.compileImpl(expr, RE2Flags.POSIX, true);
  }
  static compileImpl(expr, mode, longest3) {
    let re = Parser.parse(expr, mode);
    const maxCap = re.maxCap();
    const namedGroups = re.namedGroups;
    re = Simplify.simplify(re);
    const prefilter = PrefilterTree.build(re);
    const prog = Compiler.compileRegexp(re);
    const re2 = new RE22(expr, prog, maxCap, longest3);
    re2.prefilter = prefilter.type === Prefilter.Type.NONE ? null : prefilter;
    const [prefixCompl, prefixStr] = prog.prefix();
    re2.prefixComplete = prefixCompl;
    re2.prefix = prefixStr;
    re2.prefixUTF8 = Utils.stringToUtf8ByteArray(re2.prefix);
    if (re2.prefix.length > 0) re2.prefixRune = re2.prefix.codePointAt(0);
    re2.namedGroups = namedGroups;
    return re2;
  }
  /**
  * Returns true iff textual regular expression {@code pattern} matches string {@code s}.
  *
  * More complicated queries need to use {@link #compile} and the full {@code RE2} interface.
  */
  static match(pattern, s) {
    return RE22.compile(pattern).match(s);
  }
  constructor(expr, prog, numSubexp = 0, longest3 = 0) {
    this.expr = expr;
    this.prog = prog;
    this.numSubexp = numSubexp;
    this.longest = longest3;
    this.cond = prog.startCond();
    this.prefix = null;
    this.prefixUTF8 = null;
    this.prefixComplete = false;
    this.prefixRune = 0;
    this.namedGroups = /* @__PURE__ */ Object.create(null);
    this.machinePool = [];
    this.lazyDFA = null;
    this.onepass = OnePass.compile(this.prog);
    this.prefilter = null;
  }
  get dfa() {
    if (this.lazyDFA === null) this.lazyDFA = new DFA(this.prog);
    return this.lazyDFA;
  }
  matchPrefixComplete(input, pos, anchor, ncap) {
    if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
    let matchStart = -1;
    let matchEnd = -1;
    const pLen = input.prefixLength(this);
    if (anchor === RE2Flags.UNANCHORED) {
      const idx = input.index(this, pos);
      if (idx < 0) return null;
      matchStart = pos + idx;
      matchEnd = matchStart + pLen;
    } else if (anchor === RE2Flags.ANCHOR_BOTH) {
      if (input.endPos() !== pLen) return null;
      if (input.index(this, 0) !== 0) return null;
      matchStart = 0;
      matchEnd = pLen;
    } else if (anchor === RE2Flags.ANCHOR_START) {
      if (input.index(this, 0) !== 0) return null;
      matchStart = 0;
      matchEnd = pLen;
    }
    if (matchStart < 0) return null;
    if (ncap > 0) {
      const matchcap = new Int32Array(ncap).fill(-1);
      matchcap[0] = matchStart;
      matchcap[1] = matchEnd;
      return Array.from(matchcap);
    }
    return [];
  }
  createLookbehindState() {
    return this.prog.numLb > 0 ? new LookbehindState(this.prog) : null;
  }
  executeEngine(input, pos, anchor, ncap, lbState = null) {
    if (this.prefixComplete && (ncap === 0 || this.numSubexp === 0)) return this.matchPrefixComplete(input, pos, anchor, ncap);
    if (this.prefilter !== null && anchor === RE2Flags.UNANCHORED) {
      if (!this.prefilter.eval(input, pos)) return null;
    }
    if (this.onepass !== null) return OnePass.execute(this, input, pos, anchor, ncap);
    if (ncap > 0) {
      if (this.prog.numLb === 0 && input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
      return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
    }
    if (this.prog.numLb === 0) {
      const dfaResult = this.dfa.match(input, pos, anchor);
      if (dfaResult !== null) return dfaResult ? [] : null;
      if (input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
    }
    return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
  }
  /**
  * Returns the number of parenthesized subexpressions in this regular expression.
  */
  numberOfCapturingGroups() {
    return this.numSubexp;
  }
  /**
  * Returns the number of instructions in this compiled regular expression program.
  */
  numberOfInstructions() {
    return this.prog.numInst();
  }
  get() {
    return this.machinePool.length > 0 ? this.machinePool.pop() : null;
  }
  reset() {
    this.machinePool.length = 0;
  }
  put(m) {
    this.machinePool.push(m);
  }
  toString() {
    return this.expr;
  }
  doExecuteNFA(input, pos, anchor, ncap, lbState = null) {
    let m = this.get();
    if (!m) m = Machine.fromRE2(this);
    m.init(ncap);
    const cap = m.match(input, pos, anchor, lbState) ? m.submatches() : null;
    this.put(m);
    return cap;
  }
  match(s) {
    return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 0) !== null;
  }
  /**
  * Matches the regular expression against input starting at position start and ending at position
  * end, with the given anchoring. Records the submatch boundaries in group, which is [start, end)
  * pairs of byte offsets. The number of boundaries needed is inferred from the size of the group
  * array. It is most efficient not to ask for submatch boundaries.
  *
  * @param input the input byte array
  * @param start the beginning position in the input
  * @param end the end position in the input
  * @param anchor the anchoring flag (UNANCHORED, ANCHOR_START, ANCHOR_BOTH)
  * @param group the array to fill with submatch positions
  * @param ngroup the number of array pairs to fill in
  * @param lbState optional state carried between successive matches over the same input (see
  *   createLookbehindState); omit it to evaluate lookbehinds from the beginning of the input
  * @returns true if a match was found
  */
  matchWithGroup(input, start2, end, anchor, ngroup, lbState = null) {
    if (!(input instanceof MatcherInputBase)) {
      if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
      else input = MatcherInput.utf16(input);
    }
    return this.matchMachineInput(input, start2, end, anchor, ngroup, lbState);
  }
  matchMachineInput(input, start2, end, anchor, ngroup, lbState = null) {
    if (start2 > end) return [false, null];
    const machineInput = input.isUTF16Encoding() ? MachineInput.fromUTF16(input.asCharSequence(), 0, end) : MachineInput.fromUTF8(input.asBytes(), 0, end);
    const groupMatch = this.executeEngine(machineInput, start2, anchor, 2 * ngroup, lbState);
    if (groupMatch === null) return [false, null];
    return [true, groupMatch];
  }
  /**
  * Returns true iff this regexp matches the UTF-8 byte array {@code b}.
  */
  matchUTF8(b) {
    return this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 0) !== null;
  }
  /**
  * Returns a copy of {@code src} in which all matches for this regexp have been replaced by
  * {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
  * replacement string.
  */
  replaceAll(src, repl) {
    return this.replaceAllFunc(src, () => repl, 2 * src.length + 1);
  }
  /**
  * Returns a copy of {@code src} in which only the first match for this regexp has been replaced
  * by {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
  * replacement string.
  */
  replaceFirst(src, repl) {
    return this.replaceAllFunc(src, () => repl, 1);
  }
  /**
  * Returns a copy of {@code src} in which at most {@code maxReplaces} matches for this regexp have
  * been replaced by the return value of of function {@code repl} (whose first argument is the
  * matched string). No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
  * replacement string.
  */
  replaceAllFunc(src, replFunc, maxReplaces) {
    let lastMatchEnd = 0;
    let searchPos = 0;
    let out = "";
    const input = MachineInput.fromUTF16(src);
    const lbState = this.createLookbehindState();
    let numReplaces = 0;
    while (searchPos <= src.length) {
      const a = this.executeEngine(input, searchPos, RE2Flags.UNANCHORED, 2, lbState);
      if (a === null || a.length === 0) break;
      out += src.substring(lastMatchEnd, a[0]);
      if (a[1] > lastMatchEnd || a[0] === 0) {
        out += replFunc(src.substring(a[0], a[1]));
        numReplaces++;
      }
      lastMatchEnd = a[1];
      const width = input.step(searchPos) & 7;
      if (searchPos + width > a[1]) searchPos += width;
      else if (searchPos + 1 > a[1]) searchPos++;
      else searchPos = a[1];
      if (numReplaces >= maxReplaces) break;
    }
    out += src.substring(lastMatchEnd);
    return out;
  }
  pad(a) {
    if (a === null) return null;
    let n = (1 + this.numSubexp) * 2;
    if (a.length < n) {
      let a2 = new Array(n).fill(-1);
      for (let i = 0; i < a.length; i++) a2[i] = a[i];
      a = a2;
    }
    return a;
  }
  allMatches(input, n, deliverFun = (v) => v) {
    let result = [];
    const end = input.endPos();
    if (n < 0) n = end + 1;
    let pos = 0;
    let i = 0;
    let prevMatchEnd = -1;
    const lbState = this.createLookbehindState();
    while (i < n && pos <= end) {
      const matches2 = this.executeEngine(input, pos, RE2Flags.UNANCHORED, this.prog.numCap, lbState);
      if (matches2 === null || matches2.length === 0) break;
      let accept = true;
      if (matches2[1] === pos) {
        if (matches2[0] === prevMatchEnd) accept = false;
        const r = input.step(pos);
        if (r < 0) pos = end + 1;
        else pos += r & 7;
      } else pos = matches2[1];
      prevMatchEnd = matches2[1];
      if (accept) {
        result.push(deliverFun(this.pad(matches2)));
        i++;
      }
    }
    return result;
  }
  /**
  * Returns an array holding the text of the leftmost match in {@code b} of this regular
  * expression.
  *
  * A return value of null indicates no match.
  */
  findUTF8(b) {
    const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
    if (a === null) return null;
    return b.slice(a[0], a[1]);
  }
  /**
  * Returns a two-element array of integers defining the location of the leftmost match in
  * {@code b} of this regular expression. The match itself is at {@code b[loc[0]...loc[1]]}.
  *
  * A return value of null indicates no match.
  */
  findUTF8Index(b) {
    const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
    if (a === null) return null;
    return a.slice(0, 2);
  }
  /**
  * Returns a string holding the text of the leftmost match in {@code s} of this regular
  * expression.
  *
  * If there is no match, the return value is an empty string, but it will also be empty if the
  * regular expression successfully matches an empty string. Use {@link #findIndex} or
  * {@link #findSubmatch} if it is necessary to distinguish these cases.
  */
  find(s) {
    const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
    if (a === null) return "";
    return s.substring(a[0], a[1]);
  }
  /**
  * Returns a two-element array of integers defining the location of the leftmost match in
  * {@code s} of this regular expression. The match itself is at
  * {@code s.substring(loc[0], loc[1])}.
  *
  * A return value of null indicates no match.
  */
  findIndex(s) {
    return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
  }
  /**
  * Returns an array of arrays the text of the leftmost match of the regular expression in
  * {@code b} and the matches, if any, of its subexpressions, as defined by the <a
  * href='#submatch'>Submatch</a> description above.
  *
  * A return value of null indicates no match.
  */
  findUTF8Submatch(b) {
    const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap);
    if (a === null) return null;
    const ret = new Array(1 + this.numSubexp).fill(null);
    for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = b.slice(a[2 * i], a[2 * i + 1]);
    return ret;
  }
  /**
  * Returns an array holding the index pairs identifying the leftmost match of this regular
  * expression in {@code b} and the matches, if any, of its subexpressions, as defined by the the
  * <a href='#submatch'>Submatch</a> and <a href='#index'>Index</a> descriptions above.
  *
  * A return value of null indicates no match.
  */
  findUTF8SubmatchIndex(b) {
    return this.pad(this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap));
  }
  /**
  * Returns an array of strings holding the text of the leftmost match of the regular expression in
  * {@code s} and the matches, if any, of its subexpressions, as defined by the <a
  * href='#submatch'>Submatch</a> description above.
  *
  * A return value of null indicates no match.
  */
  findSubmatch(s) {
    const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap);
    if (a === null) return null;
    const ret = new Array(1 + this.numSubexp).fill(null);
    for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = s.substring(a[2 * i], a[2 * i + 1]);
    return ret;
  }
  /**
  * Returns an array holding the index pairs identifying the leftmost match of this regular
  * expression in {@code s} and the matches, if any, of its subexpressions, as defined by the <a
  * href='#submatch'>Submatch</a> description above.
  *
  * A return value of null indicates no match.
  */
  findSubmatchIndex(s) {
    return this.pad(this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap));
  }
  /**
  * {@code findAllUTF8()} is the <a href='#all'>All</a> version of {@link #findUTF8}; it returns a
  * list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  *
  * TODO(adonovan): think about defining a byte slice view class, like a read-only Go slice backed
  * by |b|.
  */
  findAllUTF8(b, n) {
    const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => b.slice(match[0], match[1]));
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllUTF8Index} is the <a href='#all'>All</a> version of {@link #findUTF8Index}; it
  * returns a list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllUTF8Index(b, n) {
    const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => match.slice(0, 2));
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAll} is the <a href='#all'>All</a> version of {@link #find}; it returns a list of up
  * to {@code n} successive matches of the expression, as defined by the <a href='#all'>All</a>
  * description above.
  *
  * A return value of null indicates no match.
  */
  findAll(s, n) {
    const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => s.substring(match[0], match[1]));
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllIndex} is the <a href='#all'>All</a> version of {@link #findIndex}; it returns a
  * list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllIndex(s, n) {
    const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => match.slice(0, 2));
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllUTF8Submatch} is the <a href='#all'>All</a> version of {@link #findUTF8Submatch};
  * it returns a list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllUTF8Submatch(b, n) {
    const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => {
      let slice2 = new Array(match.length / 2 | 0).fill(null);
      for (let j = 0; j < slice2.length; j++) if (match[2 * j] >= 0) slice2[j] = b.slice(match[2 * j], match[2 * j + 1]);
      return slice2;
    });
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllUTF8SubmatchIndex} is the <a href='#all'>All</a> version of
  * {@link #findUTF8SubmatchIndex}; it returns a list of up to {@code n} successive matches of the
  * expression, as defined by the <a href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllUTF8SubmatchIndex(b, n) {
    const result = this.allMatches(MachineInput.fromUTF8(b), n);
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllSubmatch} is the <a href='#all'>All</a> version of {@link #findSubmatch}; it
  * returns a list of up to {@code n} successive matches of the expression, as defined by the <a
  * href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllSubmatch(s, n) {
    const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => {
      let slice2 = new Array(match.length / 2 | 0).fill(null);
      for (let j = 0; j < slice2.length; j++) if (match[2 * j] >= 0) slice2[j] = s.substring(match[2 * j], match[2 * j + 1]);
      return slice2;
    });
    if (result.length === 0) return null;
    return result;
  }
  /**
  * {@code findAllSubmatchIndex} is the <a href='#all'>All</a> version of
  * {@link #findSubmatchIndex}; it returns a list of up to {@code n} successive matches of the
  * expression, as defined by the <a href='#all'>All</a> description above.
  *
  * A return value of null indicates no match.
  */
  findAllSubmatchIndex(s, n) {
    const result = this.allMatches(MachineInput.fromUTF16(s), n);
    if (result.length === 0) return null;
    return result;
  }
};
var RE2Set = class RE2Set2 {
  /** @type {number} */
  static UNANCHORED = RE2Flags.UNANCHORED;
  /** @type {number} */
  static ANCHOR_START = RE2Flags.ANCHOR_START;
  /** @type {number} */
  static ANCHOR_BOTH = RE2Flags.ANCHOR_BOTH;
  /**
  * Constructs a new RE2Set with the specified anchor mode and flags.
  * @param {number} [anchor=RE2Set.UNANCHORED] - The anchoring mode (e.g., RE2Set.UNANCHORED).
  * @param {number} [flags=0] - The public flags to apply to all patterns in the set.
  * @param {number} [maxMem=8388608] - The maximum memory in bytes to use for the DFA (default 8MB).
  */
  constructor(anchor = RE2Set2.UNANCHORED, flags = 0, maxMem = 8388608) {
    if (![
      RE2Set2.UNANCHORED,
      RE2Set2.ANCHOR_START,
      RE2Set2.ANCHOR_BOTH
    ].includes(anchor)) throw new RE2JSFlagsException("The anchor should be RE2Set.UNANCHORED, RE2Set.ANCHOR_START or RE2Set.ANCHOR_BOTH");
    Utils.checkFlags(flags);
    this.anchor = anchor;
    this.jsFlags = flags;
    this.maxMem = maxMem;
    let re2Flags = RE2Flags.PERL;
    if ((flags & PublicFlags.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
    if ((flags & PublicFlags.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
    this.re2Flags = re2Flags;
    this.regexps = [];
    this.prog = null;
    this.dfa = null;
    this.dummyRe2 = null;
  }
  /**
  * Adds a new regular expression pattern to the set.
  * Patterns cannot be added after the set has been compiled.
  * @param {string} pattern - The regular expression pattern to add.
  * @returns {number} The integer index assigned to the added pattern.
  * @throws {RE2JSCompileException} If patterns are added after compilation.
  */
  add(pattern) {
    if (this.prog) throw new RE2JSCompileException("Cannot add patterns after compile");
    Utils.checkPattern(pattern);
    let fregex = pattern;
    if ((this.jsFlags & PublicFlags.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
    if ((this.jsFlags & PublicFlags.DOTALL) !== 0) fregex = `(?s)${fregex}`;
    if ((this.jsFlags & PublicFlags.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
    const re = Parser.parse(fregex, this.re2Flags);
    this.regexps.push(Simplify.simplify(re));
    return this.regexps.length - 1;
  }
  /**
  * Compiles the added patterns into a single state machine.
  * This is automatically called on the first match if not called explicitly.
  * @returns {void}
  */
  compile() {
    if (this.prog) return;
    const prog = Compiler.compileSet(this.regexps);
    if (prog.numInst() > Parser.MAX_SIZE) throw new RE2JSCompileException(`${Parser.ERR_LARGE}: the set compiles to ${prog.numInst()} instructions, more than ${Parser.MAX_SIZE}`);
    this.prog = prog;
    this.dfa = new DFA(this.prog, this.maxMem);
    this.dummyRe2 = {
      prog: this.prog,
      cond: this.prog.startCond(),
      prefix: "",
      prefixRune: 0,
      longest: false
    };
  }
  /**
  * Matches the input against the compiled set of regular expressions.
  * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to match against.
  * @returns {number[]} An array of indices representing the patterns that successfully matched the input.
  */
  match(input) {
    if (!this.prog) this.compile();
    const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
    let internalAnchor = RE2Flags.UNANCHORED;
    if (this.anchor === RE2Set2.ANCHOR_START) internalAnchor = RE2Flags.ANCHOR_START;
    else if (this.anchor === RE2Set2.ANCHOR_BOTH) internalAnchor = RE2Flags.ANCHOR_BOTH;
    const dfaResult = this.dfa.matchSet(machineInput, 0, internalAnchor);
    if (dfaResult !== null) return dfaResult;
    const machine = Machine.fromRE2(this.dummyRe2);
    machine.init(0);
    return machine.matchSet(machineInput, 0, internalAnchor);
  }
};
var TranslateRegExpString = class TranslateRegExpString2 {
  static isHexadecimal(ch) {
    return "0" <= ch && ch <= "9" || "A" <= ch && ch <= "F" || "a" <= ch && ch <= "f";
  }
  static translate(data2) {
    let prefixFlags = "";
    if (Object.prototype.toString.call(data2) === "[object RegExp]") {
      if (data2.ignoreCase) prefixFlags += "i";
      if (data2.multiline) prefixFlags += "m";
      if (data2.dotAll) prefixFlags += "s";
      data2 = data2.source;
    }
    if (typeof data2 !== "string") return data2;
    let result = "";
    let changed = false;
    let size = data2.length;
    if (size === 0) {
      result = "(?:)";
      changed = true;
    }
    let inCharClass = false;
    let i = 0;
    while (i < size) {
      let ch = data2[i];
      if (ch === "\\") {
        if (i + 1 < size) {
          ch = data2[i + 1];
          switch (ch) {
            case "\\":
              result += "\\\\";
              i += 2;
              continue;
            case "c":
              if (i + 2 < size) {
                let code = data2[i + 2].charCodeAt(0);
                if (code >= 65 && code <= 90 || code >= 97 && code <= 122) {
                  let val = code % 32;
                  result += "\\x";
                  result += (val >> 4).toString(16).toUpperCase();
                  result += (val & 15).toString(16).toUpperCase();
                  i += 3;
                  changed = true;
                  continue;
                }
              }
              result += "c";
              i += 2;
              changed = true;
              continue;
            case "u":
              if (i + 2 < size) {
                if (data2[i + 2] === "{") {
                  let j = i + 3;
                  let hasHex = false;
                  let closed = false;
                  while (j < size) {
                    const hexChar = data2[j];
                    if (hexChar === "}") {
                      closed = true;
                      break;
                    }
                    if (!TranslateRegExpString2.isHexadecimal(hexChar)) break;
                    hasHex = true;
                    j++;
                  }
                  if (closed && hasHex) {
                    result += "\\x";
                    i += 2;
                    changed = true;
                    continue;
                  }
                } else if (i + 5 < size) {
                  let isHex4 = true;
                  for (let j = 0; j < 4; j++) if (!TranslateRegExpString2.isHexadecimal(data2[i + 2 + j])) {
                    isHex4 = false;
                    break;
                  }
                  if (isHex4) {
                    result += "\\x{" + data2.substring(i + 2, i + 6) + "}";
                    i += 6;
                    changed = true;
                    continue;
                  }
                }
              }
              result += "u";
              i += 2;
              changed = true;
              continue;
            case "x": {
              let isValidHex = false;
              if (i + 2 < size && data2[i + 2] === "{") {
                let j = i + 3;
                let hasHex = false;
                let closed = false;
                while (j < size) {
                  const hexChar = data2[j];
                  if (hexChar === "}") {
                    closed = true;
                    break;
                  }
                  if (!TranslateRegExpString2.isHexadecimal(hexChar)) break;
                  hasHex = true;
                  j++;
                }
                if (closed && hasHex) isValidHex = true;
              } else if (i + 3 < size && TranslateRegExpString2.isHexadecimal(data2[i + 2]) && TranslateRegExpString2.isHexadecimal(data2[i + 3])) isValidHex = true;
              if (isValidHex) {
                result += "\\x";
                i += 2;
              } else {
                result += "x";
                i += 2;
                changed = true;
              }
              continue;
            }
            case "n":
            case "r":
            case "t":
            case "a":
            case "f":
            case "v":
            case "d":
            case "D":
            case "s":
            case "S":
            case "w":
            case "W":
            case "b":
            case "B":
            case "p":
            case "P":
            case "A":
            case "z":
            case "Q":
            case "E":
            case "0":
            case "1":
            case "2":
            case "3":
            case "4":
            case "5":
            case "6":
            case "7":
              result += "\\" + ch;
              i += 2;
              continue;
            default: {
              let cp2 = data2.codePointAt(i + 1);
              if (cp2 >= 48 && cp2 <= 57 || cp2 >= 65 && cp2 <= 90 || cp2 >= 97 && cp2 <= 122) {
                let symSize2 = Utils.charCount(cp2);
                result += data2.substring(i + 1, i + 1 + symSize2);
                i += symSize2 + 1;
                changed = true;
              } else {
                result += "\\";
                let symSize2 = Utils.charCount(cp2);
                result += data2.substring(i + 1, i + 1 + symSize2);
                i += symSize2 + 1;
              }
              continue;
            }
          }
        }
      } else if (ch === "/") {
        result += "\\/";
        i += 1;
        changed = true;
        continue;
      } else if (ch === "[") {
        if (!inCharClass && data2[i + 1] === "]") {
          result += "[^\\x00-\\x{10FFFF}]";
          i += 2;
          changed = true;
          continue;
        }
        if (!inCharClass && data2[i + 1] === "^" && data2[i + 2] === "]") {
          result += "[\\x00-\\x{10FFFF}]";
          i += 3;
          changed = true;
          continue;
        }
        inCharClass = true;
      } else if (ch === "]") inCharClass = false;
      else if (!inCharClass && ch === "(" && i + 2 < size && data2[i + 1] === "?" && data2[i + 2] === "<") {
        if (i + 3 < size && !"=!>)".includes(data2[i + 3])) {
          result += "(?P<";
          i += 3;
          changed = true;
          continue;
        }
      }
      let cp = data2.codePointAt(i);
      let symSize = Utils.charCount(cp);
      result += data2.substring(i, i + symSize);
      i += symSize;
    }
    const finalResult = changed ? result : data2;
    if (prefixFlags.length > 0) return `(?${prefixFlags})${finalResult}`;
    return finalResult;
  }
};
var execResult = (m, input) => {
  const result = m.matchArray();
  result.index = m.start(0);
  result.input = input;
  result.groups = m.namedGroupsObject();
  return result;
};
var RE2JS = class RE2JS2 {
  /**
  * Flag: case insensitive matching.
  */
  static CASE_INSENSITIVE = PublicFlags.CASE_INSENSITIVE;
  /**
  * Flag: dot ({@code .}) matches all characters, including newline.
  */
  static DOTALL = PublicFlags.DOTALL;
  /**
  * Flag: multiline matching: {@code ^} and {@code $} match at beginning and end of line, not just
  * beginning and end of input.
  */
  static MULTILINE = PublicFlags.MULTILINE;
  /**
  * Flag: Unicode groups (e.g. {@code \p\ Greek\} ) will be syntax errors.
  */
  static DISABLE_UNICODE_GROUPS = PublicFlags.DISABLE_UNICODE_GROUPS;
  /**
  * Flag: matches longest possible string.
  */
  static LONGEST_MATCH = PublicFlags.LONGEST_MATCH;
  /**
  * Flag: enable linear-time captureless lookbehinds.
  */
  static LOOKBEHINDS = PublicFlags.LOOKBEHINDS;
  /**
  * Returns a literal pattern string for the specified string.
  *
  * This method produces a string that can be used to create a <code>RE2JS</code> that would
  * match the string <code>s</code> as if it were a literal pattern.
  *
  * Metacharacters or escape sequences in the input sequence will be given no special meaning.
  *
  * @param {string} str The string to be literalized
  * @returns {string} A literal string replacement
  */
  static quote(str) {
    return Utils.quoteMeta(str);
  }
  /**
  * Quotes '\' and '$' in {@code str}, so that the returned string could be used in
  * replacement methods as a literal replacement of {@code str}.
  *
  * This is a convenience delegation to {@link Matcher.quoteReplacement}.
  *
  * @param {string} str the string to be quoted
  * @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
  * @returns {string} the quoted string
  */
  static quoteReplacement(str, javaMode = false) {
    return Matcher.quoteReplacement(str, javaMode);
  }
  /**
  * Translates a given regular expression string to ensure compatibility with RE2JS.
  *
  * This function preprocesses the input regex string by applying necessary transformations,
  * such as escaping special characters (e.g., `/`), converting named capture groups to
  * RE2JS-compatible syntax, and handling Unicode sequences properly. It ensures that the
  * resulting regex is safe and properly formatted before compilation.
  *
  * @param {string|RegExp} expr - The regular expression string to be translated.
  * @returns {string} - The transformed regular expression string, ready for compilation.
  */
  static translateRegExp(expr) {
    return TranslateRegExpString.translate(expr);
  }
  /**
  * Helper: create new RE2JS with given regex and flags. Flregex is the regex with flags applied.
  * @param {string} regex
  * @param {number} [flags=0]
  * @returns {RE2JS}
  */
  static compile(regex, flags = 0) {
    Utils.checkPattern(regex);
    Utils.checkFlags(flags);
    let fregex = regex;
    if ((flags & RE2JS2.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
    if ((flags & RE2JS2.DOTALL) !== 0) fregex = `(?s)${fregex}`;
    if ((flags & RE2JS2.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
    let re2Flags = RE2Flags.PERL;
    if ((flags & RE2JS2.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
    if ((flags & RE2JS2.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
    const p = new RE2JS2(regex, flags);
    p.re2Input = RE2.compileImpl(fregex, re2Flags, (flags & RE2JS2.LONGEST_MATCH) !== 0);
    return p;
  }
  /**
  * Matches a string against a regular expression.
  *
  * @param {string} regex the regular expression
  * @param {string|number[]|Uint8Array} input the input
  * @returns {boolean} true if the regular expression matches the entire input
  * @throws RE2JSSyntaxException if the regular expression is malformed
  */
  static matches(regex, input) {
    return RE2JS2.compile(regex).testExact(input);
  }
  /**
  * This is visible for testing.
  * @private
  */
  static initTest(pattern, flags, re2) {
    if (pattern == null) throw new Error("pattern is null");
    if (re2 == null) throw new Error("re2 is null");
    const p = new RE2JS2(pattern, flags);
    p.re2Input = re2;
    return p;
  }
  /**
  *
  * @param {string} pattern
  * @param {number} flags
  */
  constructor(pattern, flags) {
    this.patternInput = pattern;
    this.flagsInput = flags;
    this.re2Input = null;
  }
  /**
  * Releases memory used by internal caches associated with this pattern. Does not change the
  * observable behaviour. Useful for tests that detect memory leaks via allocation tracking.
  */
  reset() {
    this.re2Input.reset();
  }
  /**
  * Returns the flags used in the constructor.
  * @returns {number}
  */
  flags() {
    return this.flagsInput;
  }
  /**
  * Returns the pattern used in the constructor.
  * @returns {string}
  */
  pattern() {
    return this.patternInput;
  }
  re2() {
    return this.re2Input;
  }
  /**
  * Matches a string against a regular expression.
  *
  * @param {string|number[]|Uint8Array} input the input
  * @returns {boolean} true if the regular expression matches the entire input
  */
  matches(input) {
    return this.testExact(input);
  }
  /**
  * Creates a new {@code Matcher} matching the pattern against the input.
  *
  * @param {string|number[]|Uint8Array|MatcherInputBase} input the input string
  * @returns {Matcher}
  */
  matcher(input) {
    if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
    return new Matcher(this, input);
  }
  /**
  * Tests whether the regular expression matches any part of the input string.
  * Performance Note: This method is highly optimized. Because it only returns
  * a boolean and does not extract capture groups, it bypasses the `Matcher` overhead
  * and guarantees execution on the high-speed DFA engine whenever possible.
  *
  * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
  * @returns {boolean} `true` if the pattern is found anywhere in the input, `false` otherwise.
  */
  test(input) {
    if (Utils.isByteArray(input)) return this.re2Input.matchUTF8(input);
    return this.re2Input.match(input);
  }
  /**
  * Tests whether the regular expression matches the ENTIRE input string.
  * * **Performance Note:** This operates identically to `.matches()`, but is significantly
  * faster because it does not request capture group data. By requesting 0 capture groups,
  * it securely routes execution through the DFA fast-path.
  *
  * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
  * @returns {boolean} `true` if the exact input string fully matches the pattern, `false` otherwise.
  */
  testExact(input) {
    const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
    return this.re2Input.executeEngine(machineInput, 0, RE2Flags.ANCHOR_BOTH, 0) !== null;
  }
  /**
  * Executes a search for a match in a specified string.
  * Returns a result array, or null if no match is found.
  * The returned array perfectly mirrors standard JavaScript `RegExpExecArray`,
  * including `.index`, `.input`, and `.groups` properties.
  *
  * @param {string|number[]|Uint8Array} input the input string or byte array
  * @returns {Array|null} the match array with index, input, and groups properties, or null
  */
  exec(input) {
    const m = this.matcher(input);
    return m.find() ? execResult(m, input) : null;
  }
  /**
  * Splits input around instances of the regular expression. It returns an array giving the strings
  * that occur before, between, and after instances of the regular expression.
  *
  * If {@code limit <= 0}, there is no limit on the size of the returned array. If
  * {@code limit == 0}, empty strings that would occur at the end of the array are omitted. If
  * {@code limit > 0}, at most limit strings are returned. The final string contains the remainder
  * of the input, possibly including additional matches of the pattern.
  *
  * @param {string} input the input string to be split
  * @param {number} [limit=0] the limit
  * @returns {string[]} the split strings
  */
  split(input, limit = 0) {
    const m = this.matcher(input);
    const result = [];
    let emptiesSkipped = 0;
    let last = 0;
    while (m.find()) {
      if (last === 0 && m.end() === 0) {
        last = m.end();
        continue;
      }
      if (limit > 0 && result.length === limit - 1) break;
      if (last === m.start()) {
        if (limit === 0) {
          emptiesSkipped += 1;
          last = m.end();
          continue;
        }
      } else while (emptiesSkipped > 0) {
        result.push("");
        emptiesSkipped -= 1;
      }
      result.push(m.substring(last, m.start()));
      last = m.end();
    }
    if (limit === 0 && last !== m.inputLength()) {
      while (emptiesSkipped > 0) {
        result.push("");
        emptiesSkipped -= 1;
      }
      result.push(m.substring(last, m.inputLength()));
    }
    if (limit !== 0 || result.length === 0 && !(last === m.inputLength() && last > 0)) result.push(m.substring(last, m.inputLength()));
    return result;
  }
  /**
  * Returns an iterator of all results matching a string against the regular expression,
  * including capturing groups.
  *
  * @param {string|number[]|Uint8Array} input the input string or byte array
  * @returns {IterableIterator<RegExpMatchArray>}
  */
  *matchAll(input) {
    const m = this.matcher(input);
    while (m.find()) yield execResult(m, input);
  }
  /**
  *
  * @returns {string}
  */
  toString() {
    return this.patternInput;
  }
  /**
  * Returns the program size of this pattern.
  *
  * <p>
  * Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
  * "cost". Larger numbers are more expensive than smaller numbers.
  * </p>
  *
  * @returns {number} the program size of this pattern
  */
  programSize() {
    return this.re2Input.numberOfInstructions();
  }
  /**
  * Returns the number of capturing groups in this matcher's pattern. Group zero denotes the entire
  * pattern and is excluded from this count.
  *
  * @returns {number} the number of capturing groups in this pattern
  */
  groupCount() {
    return this.re2Input.numberOfCapturingGroups();
  }
  /**
  * Return a map of the capturing groups in this matcher's pattern, where key is the name and value
  * is the index of the group in the pattern.
  * @returns {Record<string, number>}
  */
  namedGroups() {
    return this.re2Input.namedGroups;
  }
  /**
  *
  * @param {*} other
  * @returns {boolean}
  */
  equals(other) {
    if (this === other) return true;
    if (other === null || this.constructor !== other.constructor) return false;
    return this.flagsInput === other.flagsInput && this.patternInput === other.patternInput;
  }
};

// src/syntax/regex.ts
function compilePattern(pattern, flags = {}) {
  try {
    return RE2JS.compile(
      pattern,
      (flags.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (flags.multiline ? RE2JS.MULTILINE : 0)
    );
  } catch {
    return void 0;
  }
}

// src/syntax/filter-pattern.ts
function matchesFilterPattern(pattern, name) {
  const compiled = compilePattern(`^(?:${translate(pattern)})$`);
  return compiled ? compiled.matcher(name).find() : pattern === name;
}
function translate(pattern) {
  let out = "";
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (pattern.startsWith("**/", index)) {
      out += "(?:.*/)?";
      index += 2;
    } else if (pattern.startsWith("**", index)) {
      out += ".*";
      index += 1;
    } else if (character === "*") out += "[^/]*";
    else if ("?+[]-".includes(character)) out += character;
    else if (character === "\\") {
      out += `\\${pattern[index + 1] ?? "\\"}`;
      index += 1;
    } else out += character.replace(/[.^$(){}|]/, "\\$&");
  }
  return out;
}
var exampleOf = (pattern) => pattern.replace(/\[0-9\]\+?/g, "7").replace(/\[[^\]]*\][+?]?/g, "x").replace(/\*+/g, "x").replace(/\\(.)/g, "$1").replace(/[?+]/g, "");

// src/rehearsal/commit.ts
function commitSha(names2, commit, real, label = "github.sha") {
  const value3 = real && commit === 1 ? real : inventedShas[`${label}#${commit}`] ?? inventedShas["github.sha#1"] ?? "";
  if (!names2.standIns.some((standIn) => standIn.value === value3)) {
    names2.standIns.push({ value: value3, label, pattern: "[0-9a-f]{40}", cuttable: true });
  }
  return value3;
}
var inventedShas = {
  "github.sha#1": "d3b07384d1130e66b9c5a7f2e84416aa70cf51be",
  "github.sha#2": "a948904f2c0f479b18f8197694b30184b0d2ed1c",
  "github.event.pull_request.head.sha#1": "f10d0a62c9b38e7d45a1d6c0b7e2f3948c5d6e71"
};
var staysTheSame = /(?:\.(?:ya?ml|sh|bash|tpl|tmpl|gotmpl|tf|tfvars|hcl|bicep|dockerfile|toml|properties|conf|j2|template|env)|(?:^|\/)(?:Dockerfile|Containerfile|Makefile|makefile|GNUmakefile|Kustomization|Chart\.lock|\.helmignore|\.dockerignore|\.env)[^/]*)$/;
function secondCommit(first, names2) {
  const changed = /* @__PURE__ */ new Map();
  return {
    ...first,
    read: (path) => {
      const text = first.read(path);
      if (!text || text.value === "" || staysTheSame.test(path) || isManifest(text)) return text;
      const known2 = changed.get(path);
      if (known2) return known2;
      const made2 = spoken(unknown(names2, `${path}#2`, path), placeOf(text));
      changed.set(path, made2);
      return made2;
    }
  };
}
var isManifest = (text) => /"apiVersion"\s*:/.test(text.value) && /"kind"\s*:/.test(text.value);

// src/rehearsal/occasions.ts
function storiesOf(workflows, defaultBranch) {
  const triggers = workflows.flatMap((workflow) => workflow.triggers);
  const has = (...events) => triggers.some((trigger) => events.includes(trigger.event));
  return [
    (facts) => mainStory(triggers, facts),
    ...has("pull_request", "pull_request_target") ? [(facts) => pullRequestStory(triggers, facts)] : [],
    ...otherBranches(triggers, defaultBranch).map((branch) => (facts) => branchStory(branch, facts))
  ];
}
function mainStory(triggers, facts) {
  const has = (...events2) => triggers.some((trigger) => events2.includes(trigger.event));
  const branch = facts.defaultBranch;
  const events = [];
  for (const commit of [1, 2]) {
    events.push(eventOf(facts, "push", `refs/heads/${branch}`, commit, `a push to ${branch}`));
    for (const tag of tagsOf(triggers, commit)) {
      enterTag(facts.names, tag);
      events.push(eventOf(facts, "push", `refs/tags/${tag}`, commit, "a push of a tag"));
      if (has("release"))
        events.push({
          ...eventOf(facts, "release", `refs/tags/${tag}`, commit, "a release"),
          release: spoken(tag, nowhere)
        });
    }
    if (commit === 2) break;
    if (has("schedule")) events.push(eventOf(facts, "schedule", `refs/heads/${branch}`, commit, "a scheduled run"));
    if (has("workflow_dispatch"))
      events.push(eventOf(facts, "workflow_dispatch", `refs/heads/${branch}`, commit, "a manual run"));
    if (has("repository_dispatch"))
      events.push(eventOf(facts, "repository_dispatch", `refs/heads/${branch}`, commit, "a dispatched run"));
    if (has("workflow_call"))
      events.push(eventOf(facts, "workflow_call", `refs/heads/${branch}`, commit, "a call from elsewhere"));
  }
  return { label: `${branch} and its tags`, events };
}
function pullRequestStory(triggers, facts) {
  const { names: names2 } = facts;
  const target = triggers.find(
    (trigger) => trigger.event.startsWith("pull_request") && trigger.branches?.kind === "only"
  );
  const named = target?.branches?.patterns.map((pattern) => exampleOf(pattern.value)) ?? [];
  const baseRef = named.length > 0 && !named.includes(facts.defaultBranch) ? named[0] : facts.defaultBranch;
  const number = "42761";
  names2.standIns.push({ value: number, label: "the number of the pull request", pattern: "\\d+", cuttable: false });
  names2.standIns.push({ value: "topic-kxqw", label: "github.head_ref", pattern: "[\\w./-]+", cuttable: false });
  const pullRequest = {
    number,
    headSha: commitSha(names2, 1, void 0, "github.event.pull_request.head.sha"),
    headRef: "topic-kxqw",
    baseRef
  };
  const merge = { ...eventOf(facts, "pull_request", `refs/pull/${number}/merge`, 1, "a pull request"), pullRequest };
  const target_ = {
    ...eventOf(facts, "pull_request_target", `refs/heads/${baseRef}`, 1, "a pull request"),
    pullRequest
  };
  return { label: "a pull request", events: [merge, target_] };
}
function branchStory(branch, facts) {
  const push2 = (commit) => eventOf(facts, "push", `refs/heads/${branch}`, commit, `a push to ${branch}`);
  return { label: branch, events: [push2(1), push2(2)] };
}
function eventOf(facts, event, ref, commit, label) {
  const sha2 = commitSha(facts.names, commit, facts.sha);
  const files = commit === 1 ? facts.files : secondCommit(facts.files, facts.names);
  return { occasion: { event, ref, sha: sha2, commit, label }, files, release: void 0, pullRequest: void 0 };
}
var versions = { 1: "7.31.4", 2: "7.31.5" };
function tagsOf(triggers, commit) {
  const filters = triggers.flatMap(
    (trigger) => trigger.event === "push" && trigger.tags?.kind === "only" ? trigger.tags.patterns : []
  );
  const wanted = filters.filter((pattern) => !pattern.value.startsWith("!")).map((pattern) => versionTag(pattern.value, commit));
  const any = triggers.some(
    (trigger) => trigger.event === "release" || trigger.event === "push" && trigger.tags?.kind === "except"
  );
  const tags = /* @__PURE__ */ new Set([...wanted, ...any && wanted.length === 0 ? [`v${versions[commit]}`] : []]);
  return [...tags].slice(0, 4);
}
function versionTag(pattern, commit) {
  const literal2 = /^[^*?+[\]\\]*/.exec(pattern)?.[0] ?? "";
  const tag = literal2 + versions[commit];
  return matchesFilterPattern(pattern, tag) ? tag : exampleOf(pattern);
}
function enterTag(names2, tag) {
  const version2 = Object.values(versions).find((one) => tag.includes(one));
  const enter = (value3, label) => {
    if (!names2.standIns.some((one) => one.value === value3))
      names2.standIns.push({ value: value3, label, pattern: "[\\w.+-]+", cuttable: false });
  };
  enter(tag, "the tag");
  if (!version2) return;
  enter(version2, "the version of the tag");
  enter("7.31", "major.minor of the tag");
}
function otherBranches(triggers, defaultBranch) {
  const patterns = triggers.flatMap(
    (trigger) => trigger.event === "push" && trigger.branches?.kind === "only" ? trigger.branches.patterns : []
  );
  const names2 = patterns.filter((pattern) => !pattern.value.startsWith("!")).map((pattern) => exampleOf(pattern.value));
  return [...new Set(names2)].filter(
    (name) => name !== defaultBranch && name !== "" && !matchesAny(
      patterns.map((one) => one.value),
      defaultBranch,
      name
    )
  ).slice(0, 5);
}
var matchesAny = (patterns, defaultBranch, example) => patterns.some(
  (pattern) => exampleOf(pattern) === example && pattern !== example && matchesFilterPattern(pattern, defaultBranch)
);
function firesOn(trigger, event) {
  const { occasion } = event;
  if (trigger.event !== occasion.event) return "no";
  if (occasion.event === "push" && !passesRefs(trigger, occasion.ref)) return "no";
  if (occasion.event === "pull_request" || occasion.event === "pull_request_target") {
    if (!passes(trigger.branches, event.pullRequest?.baseRef ?? "")) return "no";
  }
  if (!trigger.paths || occasion.ref.startsWith("refs/tags/")) return "yes";
  return {
    condition: `paths ${trigger.paths.kind} ${trigger.paths.patterns.map((pattern) => pattern.value).join(" ")}`
  };
}
function passesRefs(trigger, ref) {
  const isTag = ref.startsWith("refs/tags/");
  const name = ref.replace(/^refs\/(?:heads|tags)\//, "");
  const [own2, other] = isTag ? [trigger.tags, trigger.branches] : [trigger.branches, trigger.tags];
  return own2 ? passes(own2, name) : !other || other.kind === "except";
}
function passes(filter, name) {
  if (!filter) return true;
  if (filter.kind === "except") return !filter.patterns.some((pattern) => matchesFilterPattern(pattern.value, name));
  let passed = false;
  for (const pattern of filter.patterns) {
    const negated2 = pattern.value.startsWith("!");
    if (matchesFilterPattern(negated2 ? pattern.value.slice(1) : pattern.value, name)) passed = !negated2;
  }
  return passed;
}

// node_modules/@actions/expressions/dist/ast.js
var Expr = class {
};
var Literal = class extends Expr {
  constructor(literal2, token) {
    super();
    this.literal = literal2;
    this.token = token;
  }
  accept(v) {
    return v.visitLiteral(this);
  }
};
var Unary = class extends Expr {
  constructor(operator, expr) {
    super();
    this.operator = operator;
    this.expr = expr;
  }
  accept(v) {
    return v.visitUnary(this);
  }
};
var FunctionCall = class extends Expr {
  constructor(functionName, args) {
    super();
    this.functionName = functionName;
    this.args = args;
  }
  accept(v) {
    return v.visitFunctionCall(this);
  }
};
var Binary = class extends Expr {
  constructor(left, operator, right) {
    super();
    this.left = left;
    this.operator = operator;
    this.right = right;
  }
  accept(v) {
    return v.visitBinary(this);
  }
};
var Logical = class extends Expr {
  constructor(operator, args) {
    super();
    this.operator = operator;
    this.args = args;
  }
  accept(v) {
    return v.visitLogical(this);
  }
};
var Grouping = class extends Expr {
  constructor(group) {
    super();
    this.group = group;
  }
  accept(v) {
    return v.visitGrouping(this);
  }
};
var ContextAccess = class extends Expr {
  constructor(name) {
    super();
    this.name = name;
  }
  accept(v) {
    return v.visitContextAccess(this);
  }
};
var IndexAccess = class extends Expr {
  constructor(expr, index) {
    super();
    this.expr = expr;
    this.index = index;
  }
  accept(v) {
    return v.visitIndexAccess(this);
  }
};
var Star = class extends Expr {
  accept() {
    throw new Error("Method not implemented.");
  }
};

// node_modules/@actions/expressions/dist/data/expressiondata.js
var Kind;
(function(Kind2) {
  Kind2[Kind2["String"] = 0] = "String";
  Kind2[Kind2["Array"] = 1] = "Array";
  Kind2[Kind2["Dictionary"] = 2] = "Dictionary";
  Kind2[Kind2["Boolean"] = 3] = "Boolean";
  Kind2[Kind2["Number"] = 4] = "Number";
  Kind2[Kind2["CaseSensitiveDictionary"] = 5] = "CaseSensitiveDictionary";
  Kind2[Kind2["Null"] = 6] = "Null";
})(Kind || (Kind = {}));
function kindStr(k) {
  switch (k) {
    case Kind.Array:
      return "Array";
    case Kind.Boolean:
      return "Boolean";
    case Kind.Null:
      return "Null";
    case Kind.Number:
      return "Number";
    case Kind.Dictionary:
      return "Object";
    case Kind.String:
      return "String";
  }
  return "unknown";
}

// node_modules/@actions/expressions/dist/data/array.js
var Array2 = class {
  constructor(...data2) {
    this.v = [];
    this.kind = Kind.Array;
    this.primitive = false;
    for (const d of data2) {
      this.add(d);
    }
  }
  coerceString() {
    return kindStr(this.kind);
  }
  number() {
    return NaN;
  }
  add(value3) {
    this.v.push(value3);
  }
  get(index) {
    return this.v[index];
  }
  values() {
    return this.v;
  }
};

// node_modules/@actions/expressions/dist/data/boolean.js
var BooleanData = class {
  constructor(value3) {
    this.value = value3;
    this.kind = Kind.Boolean;
    this.primitive = true;
  }
  coerceString() {
    if (this.value) {
      return "true";
    }
    return "false";
  }
  number() {
    if (this.value) {
      return 1;
    }
    return 0;
  }
};

// node_modules/@actions/expressions/dist/data/dictionary.js
var Dictionary = class {
  constructor(...pairs) {
    this.keys = [];
    this.v = [];
    this.indexMap = {};
    this.kind = Kind.Dictionary;
    this.primitive = false;
    for (const p of pairs) {
      this.add(p.key, p.value);
    }
  }
  coerceString() {
    return kindStr(this.kind);
  }
  number() {
    return NaN;
  }
  add(key, value3) {
    if (key.toLowerCase() in this.indexMap) {
      return;
    }
    this.keys.push(key);
    this.v.push(value3);
    this.indexMap[key.toLowerCase()] = this.v.length - 1;
  }
  get(key) {
    const index = this.indexMap[key.toLowerCase()];
    if (index === void 0) {
      return void 0;
    }
    return this.v[index];
  }
  values() {
    return this.v;
  }
  pairs() {
    const result = [];
    for (const key of this.keys) {
      result.push({ key, value: this.v[this.indexMap[key.toLowerCase()]] });
    }
    return result;
  }
};

// node_modules/@actions/expressions/dist/data/null.js
var Null = class {
  constructor() {
    this.kind = Kind.Null;
    this.primitive = true;
  }
  coerceString() {
    return "";
  }
  number() {
    return 0;
  }
};

// node_modules/@actions/expressions/dist/data/number.js
var NumberData = class {
  constructor(value3) {
    this.value = value3;
    this.kind = Kind.Number;
    this.primitive = true;
  }
  coerceString() {
    if (this.value === 0) {
      return "0";
    }
    return (+this.value.toFixed(15)).toString();
  }
  number() {
    return this.value;
  }
};

// node_modules/@actions/expressions/dist/data/string.js
var StringData = class {
  constructor(value3) {
    this.value = value3;
    this.kind = Kind.String;
    this.primitive = true;
  }
  coerceString() {
    return this.value;
  }
  number() {
    return Number(this.value);
  }
};

// node_modules/@actions/expressions/dist/data/replacer.js
function replacer(_key, value3) {
  if (value3 instanceof Null) {
    return null;
  }
  if (value3 instanceof BooleanData) {
    return value3.value;
  }
  if (value3 instanceof NumberData) {
    return value3.number();
  }
  if (value3 instanceof StringData) {
    return value3.coerceString();
  }
  if (value3 instanceof Array2) {
    return value3.values();
  }
  if (value3 instanceof Dictionary) {
    const pairs = value3.pairs();
    const r = {};
    for (const p of pairs) {
      r[p.key] = p.value;
    }
    return r;
  }
  return value3;
}

// node_modules/@actions/expressions/dist/data/reviver.js
function reviver(_key, val) {
  if (val === null) {
    return new Null();
  }
  if (typeof val === "string") {
    return new StringData(val);
  }
  if (typeof val === "number") {
    return new NumberData(val);
  }
  if (typeof val === "boolean") {
    return new BooleanData(val);
  }
  if (Array.isArray(val)) {
    return new Array2(...val);
  }
  if (typeof val === "object") {
    return new Dictionary(...Object.keys(val).map((k) => ({
      key: k,
      value: val[k]
    })));
  }
  return val;
}

// node_modules/@actions/expressions/dist/errors.js
var MAX_PARSER_DEPTH = 50;
var MAX_EXPRESSION_LENGTH = 21e3;
var ErrorType;
(function(ErrorType2) {
  ErrorType2[ErrorType2["ErrorUnexpectedSymbol"] = 0] = "ErrorUnexpectedSymbol";
  ErrorType2[ErrorType2["ErrorUnrecognizedNamedValue"] = 1] = "ErrorUnrecognizedNamedValue";
  ErrorType2[ErrorType2["ErrorUnexpectedEndOfExpression"] = 2] = "ErrorUnexpectedEndOfExpression";
  ErrorType2[ErrorType2["ErrorExceededMaxDepth"] = 3] = "ErrorExceededMaxDepth";
  ErrorType2[ErrorType2["ErrorExceededMaxLength"] = 4] = "ErrorExceededMaxLength";
  ErrorType2[ErrorType2["ErrorTooFewParameters"] = 5] = "ErrorTooFewParameters";
  ErrorType2[ErrorType2["ErrorTooManyParameters"] = 6] = "ErrorTooManyParameters";
  ErrorType2[ErrorType2["ErrorEvenParameters"] = 7] = "ErrorEvenParameters";
  ErrorType2[ErrorType2["ErrorUnrecognizedContext"] = 8] = "ErrorUnrecognizedContext";
  ErrorType2[ErrorType2["ErrorUnrecognizedFunction"] = 9] = "ErrorUnrecognizedFunction";
})(ErrorType || (ErrorType = {}));
var ExpressionError = class extends Error {
  constructor(typ, tok) {
    super(`${errorDescription(typ)}: '${tokenString(tok)}'`);
    this.typ = typ;
    this.tok = tok;
    this.pos = this.tok.range.start;
  }
};
function errorDescription(typ) {
  switch (typ) {
    case ErrorType.ErrorUnexpectedEndOfExpression:
      return "Unexpected end of expression";
    case ErrorType.ErrorUnexpectedSymbol:
      return "Unexpected symbol";
    case ErrorType.ErrorUnrecognizedNamedValue:
      return "Unrecognized named-value";
    case ErrorType.ErrorExceededMaxDepth:
      return `Exceeded max expression depth ${MAX_PARSER_DEPTH}`;
    case ErrorType.ErrorExceededMaxLength:
      return `Exceeded max expression length ${MAX_EXPRESSION_LENGTH}`;
    case ErrorType.ErrorTooFewParameters:
      return "Too few parameters supplied";
    case ErrorType.ErrorTooManyParameters:
      return "Too many parameters supplied";
    case ErrorType.ErrorEvenParameters:
      return "Even number of parameters supplied, requires an odd number of parameters";
    case ErrorType.ErrorUnrecognizedContext:
      return "Unrecognized named-value";
    case ErrorType.ErrorUnrecognizedFunction:
      return "Unrecognized function";
    default:
      return "Unknown error";
  }
}
var ExpressionEvaluationError = class extends Error {
};

// node_modules/@actions/expressions/dist/lexer.js
var TokenType;
(function(TokenType2) {
  TokenType2[TokenType2["UNKNOWN"] = 0] = "UNKNOWN";
  TokenType2[TokenType2["LEFT_PAREN"] = 1] = "LEFT_PAREN";
  TokenType2[TokenType2["RIGHT_PAREN"] = 2] = "RIGHT_PAREN";
  TokenType2[TokenType2["LEFT_BRACKET"] = 3] = "LEFT_BRACKET";
  TokenType2[TokenType2["RIGHT_BRACKET"] = 4] = "RIGHT_BRACKET";
  TokenType2[TokenType2["COMMA"] = 5] = "COMMA";
  TokenType2[TokenType2["DOT"] = 6] = "DOT";
  TokenType2[TokenType2["BANG"] = 7] = "BANG";
  TokenType2[TokenType2["BANG_EQUAL"] = 8] = "BANG_EQUAL";
  TokenType2[TokenType2["EQUAL_EQUAL"] = 9] = "EQUAL_EQUAL";
  TokenType2[TokenType2["GREATER"] = 10] = "GREATER";
  TokenType2[TokenType2["GREATER_EQUAL"] = 11] = "GREATER_EQUAL";
  TokenType2[TokenType2["LESS"] = 12] = "LESS";
  TokenType2[TokenType2["LESS_EQUAL"] = 13] = "LESS_EQUAL";
  TokenType2[TokenType2["AND"] = 14] = "AND";
  TokenType2[TokenType2["OR"] = 15] = "OR";
  TokenType2[TokenType2["STAR"] = 16] = "STAR";
  TokenType2[TokenType2["NUMBER"] = 17] = "NUMBER";
  TokenType2[TokenType2["STRING"] = 18] = "STRING";
  TokenType2[TokenType2["IDENTIFIER"] = 19] = "IDENTIFIER";
  TokenType2[TokenType2["TRUE"] = 20] = "TRUE";
  TokenType2[TokenType2["FALSE"] = 21] = "FALSE";
  TokenType2[TokenType2["NULL"] = 22] = "NULL";
  TokenType2[TokenType2["EOF"] = 23] = "EOF";
})(TokenType || (TokenType = {}));
function tokenString(tok) {
  switch (tok.type) {
    case TokenType.EOF:
      return "EOF";
    case TokenType.NUMBER:
      return tok.lexeme;
    case TokenType.STRING:
      return tok.value.toString();
    default:
      return tok.lexeme;
  }
}
var Lexer = class {
  constructor(input) {
    this.input = input;
    this.start = 0;
    this.offset = 0;
    this.line = 0;
    this.lastLineOffset = 0;
    this.tokens = [];
  }
  lex() {
    if (this.input.length > MAX_EXPRESSION_LENGTH) {
      throw new Error("ErrorExceededMaxLength");
    }
    while (!this.atEnd()) {
      this.start = this.offset;
      const c = this.next();
      switch (c) {
        case "(":
          this.addToken(TokenType.LEFT_PAREN);
          break;
        case ")":
          this.addToken(TokenType.RIGHT_PAREN);
          break;
        case "[":
          this.addToken(TokenType.LEFT_BRACKET);
          break;
        case "]":
          this.addToken(TokenType.RIGHT_BRACKET);
          break;
        case ",":
          this.addToken(TokenType.COMMA);
          break;
        case ".":
          if (this.previous() != TokenType.IDENTIFIER && this.previous() != TokenType.RIGHT_BRACKET && this.previous() != TokenType.RIGHT_PAREN && this.previous() != TokenType.STAR) {
            this.consumeNumber();
          } else {
            this.addToken(TokenType.DOT);
          }
          break;
        case "-":
        case "+":
          this.consumeNumber();
          break;
        case "!":
          this.addToken(this.match("=") ? TokenType.BANG_EQUAL : TokenType.BANG);
          break;
        case "=":
          if (!this.match("=")) {
            this.consumeIdentifier();
            break;
          }
          this.addToken(TokenType.EQUAL_EQUAL);
          break;
        case "<":
          this.addToken(this.match("=") ? TokenType.LESS_EQUAL : TokenType.LESS);
          break;
        case ">":
          this.addToken(this.match("=") ? TokenType.GREATER_EQUAL : TokenType.GREATER);
          break;
        case "&":
          if (!this.match("&")) {
            this.consumeIdentifier();
            break;
          }
          this.addToken(TokenType.AND);
          break;
        case "|":
          if (!this.match("|")) {
            this.consumeIdentifier();
            break;
          }
          this.addToken(TokenType.OR);
          break;
        case "*":
          this.addToken(TokenType.STAR);
          break;
        // Ignore whitespace.
        case " ":
        case "\r":
        case "	":
          break;
        case "\n":
          ++this.line;
          this.lastLineOffset = this.offset;
          break;
        case "'":
          this.consumeString();
          break;
        default:
          switch (true) {
            case isDigit(c):
              this.consumeNumber();
              break;
            default:
              this.consumeIdentifier();
              break;
          }
      }
    }
    this.tokens.push({
      type: TokenType.EOF,
      lexeme: "",
      range: this.range()
    });
    return {
      tokens: this.tokens
    };
  }
  pos() {
    return {
      line: this.line,
      column: this.start - this.lastLineOffset
    };
  }
  endPos() {
    return {
      line: this.line,
      column: this.offset - this.lastLineOffset
    };
  }
  range() {
    return {
      start: this.pos(),
      end: this.endPos()
    };
  }
  atEnd() {
    return this.offset >= this.input.length;
  }
  peek() {
    if (this.atEnd()) {
      return "\0";
    }
    return this.input[this.offset];
  }
  peekNext() {
    if (this.offset + 1 >= this.input.length) {
      return "\0";
    }
    return this.input[this.offset + 1];
  }
  previous() {
    const l = this.tokens.length;
    if (l == 0) {
      return TokenType.EOF;
    }
    return this.tokens[l - 1].type;
  }
  next() {
    return this.input[this.offset++];
  }
  match(expected) {
    if (this.atEnd()) {
      return false;
    }
    if (this.input[this.offset] !== expected) {
      return false;
    }
    this.offset++;
    return true;
  }
  addToken(type, value3) {
    this.tokens.push({
      type,
      lexeme: this.input.substring(this.start, this.offset),
      range: this.range(),
      value: value3
    });
  }
  consumeNumber() {
    while (!this.atEnd() && (!isBoundary(this.peek()) || this.peek() == ".")) {
      this.next();
    }
    const lexeme = this.input.substring(this.start, this.offset);
    const value3 = new StringData(lexeme).number();
    if (isNaN(value3)) {
      throw new Error(`Unexpected symbol: '${lexeme}'. Located at position ${this.start + 1} within expression: ${this.input}`);
    }
    this.addToken(TokenType.NUMBER, value3);
  }
  consumeString() {
    while ((this.peek() !== "'" || this.peekNext() === "'") && !this.atEnd()) {
      if (this.peek() === "\n")
        this.line++;
      if (this.peek() === "'" && this.peekNext() === "'") {
        this.next();
      }
      this.next();
    }
    if (this.atEnd()) {
      throw new Error(`Unexpected symbol: '${this.input.substring(this.start)}'. Located at position ${this.start + 1} within expression: ${this.input}`);
    }
    this.next();
    let value3 = this.input.substring(this.start + 1, this.offset - 1);
    value3 = value3.replace("''", "'");
    this.addToken(TokenType.STRING, value3);
  }
  consumeIdentifier() {
    while (!this.atEnd() && !isBoundary(this.peek())) {
      this.next();
    }
    let tokenType = TokenType.IDENTIFIER;
    let tokenValue = void 0;
    const lexeme = this.input.substring(this.start, this.offset);
    if (this.previous() != TokenType.DOT) {
      switch (lexeme) {
        case "true":
          tokenType = TokenType.TRUE;
          break;
        case "false":
          tokenType = TokenType.FALSE;
          break;
        case "null":
          tokenType = TokenType.NULL;
          break;
        case "NaN":
          tokenType = TokenType.NUMBER;
          tokenValue = NaN;
          break;
        case "Infinity":
          tokenType = TokenType.NUMBER;
          tokenValue = Infinity;
          break;
      }
    }
    if (!isLegalIdentifier(lexeme)) {
      throw new Error(`Unexpected symbol: '${lexeme}'. Located at position ${this.start + 1} within expression: ${this.input}`);
    }
    this.addToken(tokenType, tokenValue);
  }
};
function isDigit(c) {
  return c >= "0" && c <= "9";
}
function isBoundary(c) {
  switch (c) {
    case "(":
    case "[":
    case ")":
    case "]":
    case ",":
    case ".":
    case "!":
    case ">":
    case "<":
    case "=":
    case "&":
    case "|":
      return true;
  }
  return /\s/.test(c);
}
function isLegalIdentifier(str) {
  if (str == "") {
    return false;
  }
  const first = str[0];
  if (first >= "a" && first <= "z" || first >= "A" && first <= "Z" || first == "_") {
    for (const c of str.substring(1).split("")) {
      if (c >= "a" && c <= "z" || c >= "A" && c <= "Z" || c >= "0" && c <= "9" || c == "_" || c == "-") {
      } else {
        return false;
      }
    }
    return true;
  }
  return false;
}

// node_modules/@actions/expressions/dist/funcs/case.js
var caseFunc = {
  name: "case",
  description: "`case( pred1, val1, pred2, val2, ..., default )`\n\nEvaluates predicates in order and returns the value corresponding to the first predicate that evaluates to `true`. If no predicate matches, it returns the last argument as the default value.",
  minArgs: 3,
  maxArgs: Number.MAX_SAFE_INTEGER,
  call: (...args) => {
    for (let i = 0; i < args.length - 1; i += 2) {
      const predicate = args[i];
      if (predicate.kind !== Kind.Boolean) {
        throw new Error("case predicate must evaluate to a boolean value");
      }
      if (predicate.value) {
        return args[i + 1];
      }
    }
    return args[args.length - 1];
  }
};

// node_modules/@actions/expressions/dist/result.js
function coerceTypes(li, ri) {
  let lv = li;
  let rv = ri;
  if (li.kind === ri.kind) {
    return [lv, rv];
  }
  switch (li.kind) {
    // Number, String
    case Kind.Number:
      if (ri.kind === Kind.String) {
        rv = new NumberData(ri.number());
        return [lv, rv];
      }
      break;
    // String, Number
    case Kind.String:
      if (ri.kind === Kind.Number) {
        lv = new NumberData(li.number());
        return [lv, rv];
      }
      break;
    // Boolean|Null, Any
    case Kind.Null:
    case Kind.Boolean:
      lv = new NumberData(li.number());
      return coerceTypes(lv, rv);
  }
  switch (ri.kind) {
    case Kind.Null:
    case Kind.Boolean:
      rv = new NumberData(ri.number());
      return coerceTypes(lv, rv);
  }
  return [lv, rv];
}
function equals(lhs, rhs) {
  const [lv, rv] = coerceTypes(lhs, rhs);
  if (lv.kind != rv.kind) {
    return false;
  }
  switch (lv.kind) {
    // Null, Null
    case Kind.Null:
      return true;
    // Number, Number
    case Kind.Number: {
      const ld = lv.value;
      const rd = rv.value;
      if (isNaN(ld) || isNaN(rd)) {
        return false;
      }
      return ld == rd;
    }
    // String, String
    case Kind.String: {
      const ls = lv.value;
      const rs = rv.value;
      return toUpperSpecial(ls) === toUpperSpecial(rs);
    }
    // Boolean, Boolean
    case Kind.Boolean: {
      const lb = lv.value;
      const rb = rv.value;
      return lb == rb;
    }
    // Object, Object
    case Kind.Dictionary:
    case Kind.Array:
      return lv === rv;
  }
  return false;
}
function toUpperSpecial(s) {
  const sb = [];
  let i = 0;
  const len = s.length;
  let found = s.indexOf("ı");
  while (i < len) {
    if (i < found) {
      sb.push(s.substring(i, found).toUpperCase());
      i = found;
    } else if (i == found) {
      sb.push(s.substring(i, i + 1));
      i += 1;
      found = s.indexOf("ı", i);
    } else {
      sb.push(s.substring(i).toUpperCase());
      break;
    }
  }
  return sb.join("");
}

// node_modules/@actions/expressions/dist/funcs/contains.js
var contains = {
  name: "contains",
  description: "`contains( search, item )`\n\nReturns `true` if `search` contains `item`. If `search` is an array, this function returns `true` if the `item` is an element in the array. If `search` is a string, this function returns `true` if the `item` is a substring of `search`. This function is not case sensitive. Casts values to a string.",
  minArgs: 2,
  maxArgs: 2,
  call: (...args) => {
    const left = args[0];
    const right = args[1];
    if (left.primitive) {
      const ls = left.coerceString();
      if (right.primitive) {
        const rs = right.coerceString();
        return new BooleanData(ls.toLowerCase().includes(rs.toLowerCase()));
      }
    } else if (left.kind === Kind.Array) {
      const la = left;
      if (la.values().length === 0) {
        return new BooleanData(false);
      }
      for (const v of la.values()) {
        if (equals(right, v)) {
          return new BooleanData(true);
        }
      }
    }
    return new BooleanData(false);
  }
};

// node_modules/@actions/expressions/dist/funcs/endswith.js
var endswith = {
  name: "endsWith",
  description: "`endsWith( searchString, searchValue )`\n\nReturns `true` if `searchString` ends with `searchValue`. This function is not case sensitive. Casts values to a string.",
  minArgs: 2,
  maxArgs: 2,
  call: (...args) => {
    const left = args[0];
    if (!left.primitive) {
      return new BooleanData(false);
    }
    const right = args[1];
    if (!right.primitive) {
      return new BooleanData(false);
    }
    const ls = toUpperSpecial(left.coerceString());
    const rs = toUpperSpecial(right.coerceString());
    return new BooleanData(ls.endsWith(rs));
  }
};

// node_modules/@actions/expressions/dist/funcs/format.js
var format = {
  name: "format",
  description: "`format( string, replaceValue0, replaceValue1, ..., replaceValueN)`\n\nReplaces values in the `string`, with the variable `replaceValueN`. Variables in the `string` are specified using the `{N}` syntax, where `N` is an integer. You must specify at least one `replaceValue` and `string`. There is no maximum for the number of variables (`replaceValueN`) you can use. Escape curly braces using double braces.",
  minArgs: 1,
  maxArgs: 255,
  call: (...args) => {
    const fs = args[0].coerceString();
    const result = [];
    let index = 0;
    while (index < fs.length) {
      const lbrace = fs.indexOf("{", index);
      const rbrace = fs.indexOf("}", index);
      if (lbrace >= 0 && (rbrace < 0 || rbrace > lbrace)) {
        if (safeCharAt(fs, lbrace + 1) === "{") {
          result.push(fs.substr(index, lbrace - index + 1));
          index = lbrace + 2;
          continue;
        }
        if (rbrace > lbrace + 1) {
          const argIndex = readArgIndex(fs, lbrace + 1);
          if (argIndex.success) {
            if (1 + argIndex.result > args.length - 1) {
              throw new Error(`The following format string references more arguments than were supplied: ${fs}`);
            }
            if (lbrace > index) {
              result.push(fs.substr(index, lbrace - index));
            }
            result.push(`${args[1 + argIndex.result].coerceString()}`);
            index = rbrace + 1;
            continue;
          }
        }
        throw new Error(`The following format string is invalid: ${fs}`);
      } else if (rbrace >= 0) {
        if (safeCharAt(fs, rbrace + 1) === "}") {
          result.push(fs.substr(index, rbrace - index + 1));
          index = rbrace + 2;
        } else {
          throw new Error(`The following format string is invalid: ${fs}`);
        }
      } else {
        result.push(fs.substr(index));
        break;
      }
    }
    return new StringData(result.join(""));
  }
};
function safeCharAt(string, index) {
  if (string.length > index) {
    return string[index];
  }
  return "\0";
}
function readArgIndex(string, startIndex) {
  let length = 0;
  for (; ; ) {
    const nextChar = safeCharAt(string, startIndex + length);
    if (nextChar >= "0" && nextChar <= "9") {
      length++;
    } else {
      break;
    }
  }
  if (length < 1) {
    return {
      success: false
    };
  }
  const endIndex = startIndex + length - 1;
  const result = parseInt(string.substr(startIndex, length));
  return {
    success: !isNaN(result),
    result,
    endIndex
  };
}

// node_modules/@actions/expressions/dist/funcs/fromjson.js
var fromjson = {
  name: "fromJson",
  description: "`fromJSON(value)`\n\nReturns a JSON object or JSON data type for `value`. You can use this function to provide a JSON object as an evaluated expression or to convert environment variables from a string.",
  minArgs: 1,
  maxArgs: 1,
  call: (...args) => {
    const input = args[0];
    const is = input.coerceString();
    if (is.trim() === "") {
      throw new Error("empty input");
    }
    try {
      return JSON.parse(is, reviver);
    } catch (e) {
      throw new ExpressionEvaluationError("Error parsing JSON when evaluating fromJson", { cause: e });
    }
  }
};

// node_modules/@actions/expressions/dist/funcs/join.js
var join2 = {
  name: "join",
  description: "`join( array, optionalSeparator )`\n\nThe value for `array` can be an array or a string. All values in `array` are concatenated into a string. If you provide `optionalSeparator`, it is inserted between the concatenated values. Otherwise, the default separator `,` is used. Casts values to a string.",
  minArgs: 1,
  maxArgs: 2,
  call: (...args) => {
    if (args[0].primitive) {
      return new StringData(args[0].coerceString());
    }
    if (args[0].kind === Kind.Array) {
      let separator = ",";
      if (args.length > 1 && args[1].primitive) {
        separator = args[1].coerceString();
      }
      return new StringData(args[0].values().map((item2) => item2.coerceString()).join(separator));
    }
    return new StringData("");
  }
};

// node_modules/@actions/expressions/dist/funcs/startswith.js
var startswith = {
  name: "startsWith",
  description: "`startsWith( searchString, searchValue )`\n\nReturns `true` when `searchString` starts with `searchValue`. This function is not case sensitive. Casts values to a string.",
  minArgs: 2,
  maxArgs: 2,
  call: (...args) => {
    const left = args[0];
    if (!left.primitive) {
      return new BooleanData(false);
    }
    const right = args[1];
    if (!right.primitive) {
      return new BooleanData(false);
    }
    const ls = toUpperSpecial(left.coerceString());
    const rs = toUpperSpecial(right.coerceString());
    return new BooleanData(ls.startsWith(rs));
  }
};

// node_modules/@actions/expressions/dist/funcs/tojson.js
var tojson = {
  name: "toJson",
  description: "`toJSON(value)`\n\nReturns a pretty-print JSON representation of `value`. You can use this function to debug the information provided in contexts.",
  minArgs: 1,
  maxArgs: 1,
  call: (...args) => {
    return new StringData(JSON.stringify(args[0], replacer, "  "));
  }
};

// node_modules/@actions/expressions/dist/funcs.js
var wellKnownFunctions = {
  case: caseFunc,
  contains,
  endswith,
  format,
  fromjson,
  join: join2,
  startswith,
  tojson
};
function validateFunction(context, identifier, argCount) {
  const name = identifier.lexeme.toLowerCase();
  let f;
  f = wellKnownFunctions[name];
  if (!f) {
    f = context.extensionFunctions.get(name);
    if (!f) {
      if (!context.allowUnknownKeywords) {
        throw new ExpressionError(ErrorType.ErrorUnrecognizedFunction, identifier);
      }
      return;
    }
  }
  if (argCount < f.minArgs) {
    throw new ExpressionError(ErrorType.ErrorTooFewParameters, identifier);
  }
  if (argCount > f.maxArgs) {
    throw new ExpressionError(ErrorType.ErrorTooManyParameters, identifier);
  }
  if (name === "case" && argCount % 2 === 0) {
    throw new ExpressionError(ErrorType.ErrorEvenParameters, identifier);
  }
}

// node_modules/@actions/expressions/dist/parser.js
var Parser3 = class {
  /**
   * Constructs a new parser for the given tokens
   *
   * @param tokens Tokens to build a parse tree from
   * @param extensionContexts Available context names
   * @param extensionFunctions Available functions (beyond the built-in ones)
   */
  constructor(tokens, extensionContexts, extensionFunctions) {
    this.tokens = tokens;
    this.offset = 0;
    this.depth = 0;
    this.extContexts = /* @__PURE__ */ new Map();
    this.extFuncs = /* @__PURE__ */ new Map();
    for (const contextName of extensionContexts) {
      this.extContexts.set(contextName.toLowerCase(), true);
    }
    for (const { name, func } of extensionFunctions.map((x) => ({
      name: x.name,
      func: x
    }))) {
      this.extFuncs.set(name.toLowerCase(), func);
    }
    this.context = {
      allowUnknownKeywords: false,
      extensionContexts: this.extContexts,
      extensionFunctions: this.extFuncs
    };
  }
  parse() {
    let result;
    if (this.atEnd()) {
      return result;
    }
    result = this.expression();
    if (!this.atEnd()) {
      throw this.buildError(ErrorType.ErrorUnexpectedSymbol, this.peek());
    }
    return result;
  }
  expression() {
    this.incrDepth();
    try {
      return this.logicalOr();
    } finally {
      this.decrDepth();
    }
  }
  logicalOr() {
    let expr = this.logicalAnd();
    if (this.check(TokenType.OR)) {
      this.incrDepth();
      try {
        const logical2 = new Logical(this.peek(), [expr]);
        expr = logical2;
        while (this.match(TokenType.OR)) {
          const right = this.logicalAnd();
          logical2.args.push(right);
        }
      } finally {
        this.decrDepth();
      }
    }
    return expr;
  }
  logicalAnd() {
    let expr = this.equality();
    if (this.check(TokenType.AND)) {
      this.incrDepth();
      try {
        const logical2 = new Logical(this.peek(), [expr]);
        expr = logical2;
        while (this.match(TokenType.AND)) {
          const right = this.equality();
          logical2.args.push(right);
        }
      } finally {
        this.decrDepth();
      }
    }
    return expr;
  }
  equality() {
    let expr = this.comparison();
    while (this.match(TokenType.BANG_EQUAL, TokenType.EQUAL_EQUAL)) {
      const operator = this.previous();
      const right = this.comparison();
      expr = new Binary(expr, operator, right);
    }
    return expr;
  }
  comparison() {
    let expr = this.unary();
    while (this.match(TokenType.GREATER, TokenType.GREATER_EQUAL, TokenType.LESS, TokenType.LESS_EQUAL)) {
      const operator = this.previous();
      const right = this.unary();
      expr = new Binary(expr, operator, right);
    }
    return expr;
  }
  unary() {
    if (this.match(TokenType.BANG)) {
      this.incrDepth();
      const operator = this.previous();
      const unary = this.unary();
      try {
        return new Unary(operator, unary);
      } finally {
        this.decrDepth();
      }
    }
    return this.index();
  }
  index() {
    let expr = this.call();
    let depthIncreased = 0;
    if (expr instanceof Grouping || expr instanceof FunctionCall || expr instanceof ContextAccess) {
      let cont = true;
      while (cont) {
        switch (true) {
          case this.match(TokenType.LEFT_BRACKET): {
            let indexExpr;
            if (this.match(TokenType.STAR)) {
              indexExpr = new Star();
            } else {
              indexExpr = this.expression();
            }
            this.consume(TokenType.RIGHT_BRACKET, ErrorType.ErrorUnexpectedSymbol);
            this.incrDepth();
            depthIncreased++;
            expr = new IndexAccess(expr, indexExpr);
            break;
          }
          case this.match(TokenType.DOT):
            this.incrDepth();
            depthIncreased++;
            if (this.match(TokenType.IDENTIFIER)) {
              const property2 = this.previous();
              expr = new IndexAccess(expr, new Literal(new StringData(property2.lexeme), property2));
            } else if (this.match(TokenType.STAR)) {
              expr = new IndexAccess(expr, new Star());
            } else {
              throw this.buildError(ErrorType.ErrorUnexpectedSymbol, this.peek());
            }
            break;
          default:
            cont = false;
        }
      }
    }
    for (let i = 0; i < depthIncreased; i++) {
      this.decrDepth();
    }
    return expr;
  }
  call() {
    if (!this.check(TokenType.IDENTIFIER)) {
      return this.primary();
    }
    const identifier = this.next();
    if (!this.match(TokenType.LEFT_PAREN)) {
      if (!this.extContexts.has(identifier.lexeme.toLowerCase())) {
        throw this.buildError(ErrorType.ErrorUnrecognizedContext, identifier);
      }
      return new ContextAccess(identifier);
    }
    const args = [];
    while (!this.match(TokenType.RIGHT_PAREN)) {
      const aexp = this.expression();
      args.push(aexp);
      if (!this.check(TokenType.RIGHT_PAREN)) {
        this.consume(TokenType.COMMA, ErrorType.ErrorUnexpectedSymbol);
      }
    }
    validateFunction(this.context, identifier, args.length);
    return new FunctionCall(identifier, args);
  }
  primary() {
    switch (true) {
      case this.match(TokenType.FALSE):
        return new Literal(new BooleanData(false), this.previous());
      case this.match(TokenType.TRUE):
        return new Literal(new BooleanData(true), this.previous());
      case this.match(TokenType.NULL):
        return new Literal(new Null(), this.previous());
      case this.match(TokenType.NUMBER):
        return new Literal(new NumberData(this.previous().value), this.previous());
      case this.match(TokenType.STRING):
        return new Literal(new StringData(this.previous().value), this.previous());
      case this.match(TokenType.LEFT_PAREN): {
        const expr = this.expression();
        if (this.atEnd()) {
          throw this.buildError(ErrorType.ErrorUnexpectedEndOfExpression, this.previous());
        }
        this.consume(TokenType.RIGHT_PAREN, ErrorType.ErrorUnexpectedSymbol);
        return new Grouping(expr);
      }
      case this.atEnd():
        throw this.buildError(ErrorType.ErrorUnexpectedEndOfExpression, this.previous());
    }
    throw this.buildError(ErrorType.ErrorUnexpectedSymbol, this.peek());
  }
  // match consumes the next token if it matches any of the given types
  match(...tokenTypes) {
    for (const tokenType of tokenTypes) {
      if (this.check(tokenType)) {
        this.next();
        return true;
      }
    }
    return false;
  }
  // check peeks whether the next token is of the given type
  check(tokenType) {
    if (this.atEnd()) {
      return false;
    }
    return this.peek().type == tokenType;
  }
  // atEnd peeks whether the next token is EOF
  atEnd() {
    return this.peek().type == TokenType.EOF;
  }
  next() {
    if (!this.atEnd()) {
      this.offset++;
    }
    return this.previous();
  }
  peek() {
    return this.tokens[this.offset];
  }
  // previous returns the previous token
  previous() {
    return this.tokens[this.offset - 1];
  }
  // consume attempts to consume the next token if it matches the given type. It returns an error of
  // the given ParseErrorKind otherwise.
  consume(tokenType, errorType) {
    if (this.check(tokenType)) {
      this.next();
      return;
    }
    throw this.buildError(errorType, this.peek());
  }
  incrDepth() {
    this.depth++;
    if (this.depth > MAX_PARSER_DEPTH) {
      throw this.buildError(ErrorType.ErrorExceededMaxDepth, this.peek());
    }
  }
  decrDepth() {
    this.depth--;
  }
  buildError(errType, token) {
    return new ExpressionError(errType, token);
  }
};

// src/syntax/expression.ts
var parsed2 = /* @__PURE__ */ new Map();
var mostRemembered = 5e3;
function parseExpression(source) {
  const known2 = parsed2.get(source);
  if (known2) return known2;
  const tree = read3(source);
  if (parsed2.size >= mostRemembered) parsed2.clear();
  parsed2.set(source, tree);
  return tree;
}
function read3(source) {
  try {
    const { tokens } = new Lexer(source).lex();
    const places = placesOf(tokens, source);
    const names2 = tokens.flatMap((token) => token.type === TokenType.IDENTIFIER ? [token.lexeme] : []);
    const tree = new Parser3(tokens, names2, extensions).parse();
    return tree ? convert(tree, places, 0) : { kind: "literal", value: null };
  } catch (error) {
    return { kind: "invalid", message: error instanceof Error ? error.message : String(error) };
  }
}
var extension = (name, minArgs, maxArgs) => ({ name, minArgs, maxArgs });
var extensions = [
  extension("always", 0, 0),
  extension("cancelled", 0, 0),
  extension("failure", 0, Number.MAX_SAFE_INTEGER),
  extension("success", 0, Number.MAX_SAFE_INTEGER),
  extension("hashFiles", 1, 255)
];
function placesOf(tokens, source) {
  const places = /* @__PURE__ */ new Map();
  let offset = 0;
  for (const token of tokens) {
    while (/[ \t\r\n]/.test(source[offset] ?? "")) offset += 1;
    places.set(token, offset);
    offset += token.lexeme.length;
  }
  return places;
}
var deepest = 200;
function convert(tree, places, depth) {
  if (depth > deepest) throw new Error("Exceeded max expression depth");
  const inner = (child) => convert(child, places, depth + 1);
  if (tree instanceof Grouping) return inner(tree.group);
  if (tree instanceof Literal) return literal(tree, places);
  if (tree instanceof ContextAccess) {
    const start2 = places.get(tree.name) ?? 0;
    return { kind: "context", name: tree.name.lexeme, start: start2, end: start2 + tree.name.lexeme.length };
  }
  if (tree instanceof IndexAccess) {
    const of = inner(tree.expr);
    return tree.index instanceof Star ? { kind: "each", of } : { kind: "index", of, key: inner(tree.index) };
  }
  if (tree instanceof FunctionCall)
    return { kind: "call", name: tree.functionName.lexeme.toLowerCase(), arguments: tree.args.map(inner) };
  if (tree instanceof Unary) return { kind: "not", operand: inner(tree.expr) };
  if (tree instanceof Binary) {
    const operator = tree.operator.lexeme;
    return { kind: "comparison", operator, left: inner(tree.left), right: inner(tree.right) };
  }
  if (tree instanceof Logical)
    return { kind: "logical", operator: tree.operator.lexeme, operands: tree.args.map(inner) };
  throw new Error("Unknown expression");
}
function literal({ token }, places) {
  const start2 = places.get(token) ?? 0;
  const end = start2 + token.lexeme.length;
  switch (token.type) {
    case TokenType.STRING:
      return { kind: "string", value: token.lexeme.slice(1, -1).replaceAll("''", "'"), quoted: true, start: start2, end };
    case TokenType.IDENTIFIER:
      return { kind: "string", value: token.lexeme, quoted: false, start: start2, end };
    case TokenType.NUMBER:
      return { kind: "literal", value: Number(token.value) };
    case TokenType.TRUE:
    case TokenType.FALSE:
      return { kind: "literal", value: token.type === TokenType.TRUE };
    default:
      return { kind: "literal", value: null };
  }
}
function segmentsOf(text) {
  const segments = [];
  let from = 0;
  while (from < text.value.length) {
    const start2 = text.value.indexOf("${{", from);
    const end = start2 < 0 ? -1 : closeOf(text.value, start2);
    if (start2 !== from)
      segments.push({ kind: "literal", text: slice(text, from, start2 < 0 ? text.value.length : start2) });
    if (start2 < 0) break;
    if (end < 0) {
      segments.push({ kind: "unclosed", text: slice(text, start2) });
      break;
    }
    segments.push({
      kind: "expression",
      text: slice(text, start2, end),
      inner: trim(slice(text, start2 + 3, Math.max(start2 + 3, end - 2)))
    });
    from = end;
  }
  return segments;
}
function closeOf(value3, start2) {
  let inString = false;
  for (let index = start2 + 3; index < value3.length; index += 1) {
    if (value3[index] === "'") inString = !inString;
    else if (!inString && value3[index] === "}" && value3[index - 1] === "}") return index + 1;
  }
  return -1;
}
function printExpression(tree) {
  const inner = (child) => child.kind === "logical" || child.kind === "comparison" ? `(${printExpression(child)})` : printExpression(child);
  switch (tree.kind) {
    case "literal":
      return String(tree.value);
    case "string":
      return `'${tree.value.replaceAll("'", "''")}'`;
    case "context":
      return tree.name;
    case "index":
      return tree.key.kind === "string" && /^[A-Za-z_][\w-]*$/.test(tree.key.value) ? `${inner(tree.of)}.${tree.key.value}` : `${inner(tree.of)}[${printExpression(tree.key)}]`;
    case "each":
      return `${inner(tree.of)}.*`;
    case "call":
      return `${spelling.get(tree.name) ?? tree.name}(${tree.arguments.map(printExpression).join(", ")})`;
    case "not":
      return `!${inner(tree.operand)}`;
    case "comparison":
      return `${inner(tree.left)} ${tree.operator} ${inner(tree.right)}`;
    case "logical":
      return tree.operands.map(
        (operand) => operand.kind === "logical" && tree.operator === "&&" ? inner(operand) : printExpression(operand)
      ).join(` ${tree.operator} `);
    case "invalid":
      return "an invalid expression";
  }
}
var spelling = new Map(
  ["startsWith", "endsWith", "toJSON", "fromJSON", "hashFiles"].map((name) => [name.toLowerCase(), name])
);
var statusFunctions = ["success", "failure", "always", "cancelled"];
var mentionsStatus = (condition) => expressionsIn(condition).some((expression) => calls(parseExpression(expression.value), statusFunctions));
var calls = (tree, names2) => tree.kind === "call" && names2.includes(tree.name) || childrenOf(tree).some((child) => calls(child, names2));
var expressionsIn = (condition) => condition.value.includes("${{") ? segmentsOf(condition).flatMap((segment) => segment.kind === "expression" ? [segment.inner] : []) : [condition];
function childrenOf(tree) {
  switch (tree.kind) {
    case "index":
      return [tree.of, tree.key];
    case "each":
      return [tree.of];
    case "call":
      return tree.arguments;
    case "not":
      return [tree.operand];
    case "comparison":
      return [tree.left, tree.right];
    case "logical":
      return tree.operands;
    default:
      return [];
  }
}

// src/rehearsal/computer.ts
function computerOf(labels, at2) {
  const label = labels.join(", ");
  const lower = labels.map((one) => one.toLowerCase());
  if (lower.includes("self-hosted") || lower.length !== 1 || holdsUnknown(label)) {
    return {
      os: osIn(lower),
      architecture: architectureIn(lower),
      hosted: lower.includes("self-hosted") ? false : void 0,
      label,
      at: at2
    };
  }
  const name = lower[0];
  if (/^ubuntu-(?:latest|slim|\d+\.\d+)$/.test(name))
    return { os: "linux", architecture: "amd64", hosted: true, label, at: at2 };
  if (/^ubuntu-\d+\.\d+-arm$/.test(name)) return { os: "linux", architecture: "arm64", hosted: true, label, at: at2 };
  if (/^windows-(?:latest|\d+)$/.test(name)) return { os: "windows", architecture: "amd64", hosted: true, label, at: at2 };
  if (/^macos-/.test(name)) return { os: "macos", architecture: macArchitecture(name), hosted: true, label, at: at2 };
  return { os: osIn(lower), architecture: architectureIn(lower), hosted: void 0, label, at: at2 };
}
var macArchitecture = (name) => /-(?:13|12|11|large|intel)\b/.test(name) ? "amd64" : "arm64";
var osIn = (labels) => labels.includes("linux") ? "linux" : labels.includes("windows") ? "windows" : labels.includes("macos") ? "macos" : void 0;
var architectureIn = (labels) => labels.includes("x64") ? "amd64" : labels.includes("arm64") ? "arm64" : void 0;

// src/rehearsal/expression/access.ts
function item(of, key, at2) {
  if (of.kind === "unknown") return void 0;
  if (of.kind !== "array" && of.kind !== "object") return nullValue;
  const index = indexOf2(key, at2);
  if (!index) return void 0;
  if (of.kind === "object") return itemOf(of, index);
  if (!of.filtered) return itemOf(of, index);
  const items = of.items.map(
    (one) => one.kind === "unknown" ? void 0 : isContainer(one) ? itemOf(one, index, absent) : absent
  );
  const known2 = items.filter((one) => one !== void 0);
  return known2.length < items.length ? void 0 : filtered(known2.filter((one) => one !== absent));
}
var absent = { kind: "null" };
function indexOf2(key, at2) {
  if (key.kind === "unknown" || key.kind === "string" && holdsUnknown(key.text.value)) return void 0;
  if (key.kind === "array" || key.kind === "object") return { name: void 0, position: void 0 };
  const name = textOfValue(key, at2).value;
  const number = key.kind === "number" ? key.value : key.kind === "boolean" ? Number(key.value) : numberOf(name);
  return { name, position: Number.isFinite(number) && number >= 0 ? Math.floor(number) : void 0 };
}
var isContainer = (one) => one.kind === "array" || one.kind === "object";
function itemOf(of, { name, position }, missing = nullValue) {
  if (of.kind === "array") return (position === void 0 ? void 0 : of.items[position]) ?? missing;
  if (name === void 0) return missing;
  return of.get(name) ?? (of.open ? void 0 : missing);
}
function each(of) {
  const items = of.kind === "array" && of.filtered ? flattened(of.items) : itemsOf2(of);
  return items && filtered(items);
}
function flattened(values) {
  const lists = values.map(itemsOf2);
  return lists.includes(void 0) ? void 0 : lists.flatMap((list) => list ?? []);
}
function itemsOf2(of) {
  if (of.kind === "array") return of.items;
  if (of.kind === "object") return of.open ? void 0 : of.entries().map(([, one]) => one);
  return of.kind === "unknown" ? void 0 : [];
}
var filtered = (items) => ({ kind: "array", items, filtered: true });

// src/rehearsal/expression/condition.ts
var natures = /* @__PURE__ */ new WeakMap();
function unknownOf(names2, key, label, nature) {
  const character = isNoKey(key) ? equalToNothing : unknown(names2, key, label);
  if (character !== equalToNothing) {
    const known2 = natures.get(names2) ?? /* @__PURE__ */ new Map();
    if (!known2.has(character)) known2.set(character, nature);
    natures.set(names2, known2);
  }
  return character;
}
function booleanTruth(names2, character) {
  const nature = natures.get(names2)?.get(character);
  return nature?.boolean ? nature.truth : void 0;
}
var made = /* @__PURE__ */ new WeakMap();
function conditionOn(names2, key) {
  if (!isNoKey(key)) return { key, holds: true };
  const count = (made.get(names2) ?? 0) + 1;
  made.set(names2, count);
  return { key: `${key}#${count}`, holds: true };
}
var negated = (truth2) => typeof truth2 === "boolean" ? !truth2 : { ...truth2, holds: !truth2.holds };
var literalOf = ({ key, holds }) => holds ? key : `!(${key})`;
function allOf(names2, truths) {
  if (truths.includes(false)) return false;
  const open = truths.filter((truth2) => typeof truth2 !== "boolean");
  const conjuncts = /* @__PURE__ */ new Map();
  for (const one of open.flatMap((truth2) => truth2.holds && truth2.conjuncts ? truth2.conjuncts : [truth2])) {
    const opposite = conjuncts.get(one.key);
    if (opposite && opposite.holds !== one.holds) return false;
    conjuncts.set(one.key, one);
  }
  const all2 = [...conjuncts.values()];
  if (all2.length <= 1) return all2[0] ?? true;
  const key = all2.map(literalOf).sort().join(" && ");
  return { ...conditionOn(names2, key.length <= longestKey2 ? key : unknown(names2, key, "a condition")), conjuncts: all2 };
}
var longestKey2 = 400;
var anyOf = (names2, truths) => negated(allOf(names2, truths.map(negated)));
function truthOf(names2, value3) {
  switch (value3.kind) {
    case "null":
      return false;
    case "boolean":
      return value3.value;
    case "number":
      return value3.value !== 0 && !Number.isNaN(value3.value);
    case "array":
    case "object":
      return true;
    case "unknown":
      return natures.get(names2)?.get(value3.text.value)?.truth ?? conditionOn(names2, value3.text.value);
    case "string":
      return filled2(names2, value3);
  }
}
function filled2(names2, value3) {
  const characters = [...value3.text.value];
  if (characters.length === 0) return false;
  if (characters.some((one) => !/[\uE000-\uF8FF]/.test(one) || booleanTruth(names2, one) !== void 0)) return true;
  return negated(conditionOn(names2, `${keyOf(value3)} == ''`));
}
var bothWays = (truth2, outcome) => {
  const [whenTrue, whenFalse] = [outcome(true), outcome(false)];
  if (whenTrue === whenFalse) return whenTrue;
  return whenTrue ? truth2 : negated(truth2);
};

// src/rehearsal/expression/comparison.ts
function comparison(names2, operator, left, right) {
  switch (operator) {
    case "==":
      return equality(names2, left, right);
    case "!=":
      return negated(equality(names2, left, right));
    default:
      return order(names2, operator, left, right);
  }
}
function equality(names2, left, right) {
  for (const [one, other] of [
    [left, right],
    [right, left]
  ]) {
    const truth2 = booleanOf(names2, one);
    if (truth2 === void 0 || holdsAnyUnknown(other)) continue;
    return bothWays(truth2, (value3) => equals2(one.kind === "string" ? textual(value3, one) : booleanValue(value3), other));
  }
  if (!holdsAnyUnknown(left) && !holdsAnyUnknown(right)) return equals2(left, right);
  if (left.kind === "string" && right.kind === "string") {
    const outcome = compare(upper(left.text.value), upper(right.text.value));
    if (outcome !== "unknown") return outcome === "same";
  } else if (left.kind === "unknown" && right.kind === "unknown") {
    if (compare(left.text.value, right.text.value) === "same") return true;
  }
  const keys = [operandKey(left, right), operandKey(right, left)].sort(unknownFirst);
  return conditionOn(names2, keys.join(" == "));
}
var booleanOf = (names2, value3) => value3.kind === "unknown" || value3.kind === "string" ? booleanTruth(names2, value3.text.value) : void 0;
var textual = (value3, like) => ({
  kind: "string",
  text: { value: String(value3), pieces: like.text.pieces }
});
var holdsAnyUnknown = (value3) => value3.kind === "unknown" || value3.kind === "string" && holdsUnknown(value3.text.value);
function operandKey(operand, other) {
  const plain2 = other.kind === "string" && !holdsUnknown(other.text.value) && !/^(?:true|false)$/i.test(other.text.value) && Number.isNaN(numberOf(other.text.value));
  return plain2 && operand.kind === "string" && isOneUnknown(operand.text.value) ? operand.text.value : keyOf(operand, true);
}
var unknownFirst = (a, b) => Number(holdsUnknown(b)) - Number(holdsUnknown(a)) || (a < b ? -1 : a > b ? 1 : 0);
function equals2(left, right) {
  const [a, b] = coerced(left, right);
  if (a.kind === "null") return b.kind === "null";
  if (a.kind === "boolean" || a.kind === "number") return b.kind === a.kind && a.value === b.value;
  if (a.kind === "string") return b.kind === "string" && upper(a.text.value) === upper(b.text.value);
  return a === b;
}
function order(names2, operator, left, right) {
  if (holdsAnyUnknown(left) || holdsAnyUnknown(right))
    return conditionOn(names2, `${keyOf(left, true)} ${operator} ${keyOf(right, true)}`);
  const sides = comparable(...coerced(left, right));
  const strictly = sides !== void 0 && (operator.startsWith("<") ? sides[0] < sides[1] : sides[0] > sides[1]);
  return strictly || operator.endsWith("=") && equals2(left, right);
}
function comparable(a, b) {
  if (a.kind === "number" && b.kind === "number") return [a.value, b.value];
  if (a.kind === "boolean" && b.kind === "boolean") return [Number(a.value), Number(b.value)];
  if (a.kind === "string" && b.kind === "string") return [upper(a.text.value), upper(b.text.value)];
  return void 0;
}
function coerced(left, right) {
  if (left.kind === right.kind) return [left, right];
  return [numberIfSimple(left), numberIfSimple(right)];
}
function numberIfSimple(value3) {
  switch (value3.kind) {
    case "null":
      return numberValue(0);
    case "boolean":
      return numberValue(Number(value3.value));
    case "string":
      return numberValue(numberOf(value3.text.value));
    default:
      return value3;
  }
}
var upper = (value3) => value3.split("ı").map((part) => part.toUpperCase()).join("ı");

// src/rehearsal/expression/json.ts
var deepest2 = 100;
function jsonOf(value3, at2, indent = "") {
  const inner = `${indent}  `;
  if (inner.length > 2 * deepest2) return void 0;
  switch (value3.kind) {
    case "unknown":
      return void 0;
    case "null":
    case "boolean":
      return spoken(value3.kind === "null" ? "null" : String(value3.value), at2);
    case "number":
      return spoken(JSON.stringify(value3.value), at2);
    case "string":
      return concat(spoken('"', at2), escaped(value3.text), spoken('"', at2));
    case "array":
      return block(
        value3.items.map((item2) => jsonOf(item2, at2, inner)),
        "[]",
        at2,
        indent
      );
    case "object": {
      if (value3.open) return void 0;
      const entries = value3.entries().map(([name, item2]) => {
        const text = jsonOf(item2, at2, inner);
        return text && concat(spoken(`${JSON.stringify(name)}: `, at2), text);
      });
      return block(entries, "{}", at2, indent);
    }
  }
}
function block(items, brackets, at2, indent) {
  const known2 = items.filter((item2) => item2 !== void 0);
  if (known2.length < items.length) return void 0;
  if (known2.length === 0) return spoken(brackets, at2);
  const [open, close] = [brackets.slice(0, 1), brackets.slice(1)];
  return concat(
    spoken(`${open}
${indent}  `, at2),
    join(known2, spoken(`,
${indent}  `, at2)),
    spoken(`
${indent}${close}`, at2)
  );
}
function escaped(text) {
  const body = JSON.stringify(text.value).slice(1, -1);
  return body === text.value ? text : spoken(body, placeOf(text));
}
function valueOfJson(text) {
  try {
    const read6 = JSON.parse(text.value);
    return placed(read6, parseYaml(text)[0]?.root, text, 0);
  } catch {
    return void 0;
  }
}
function placed(json, node, whole, depth) {
  if (depth > deepest2) throw new Error("nested too deep");
  if (typeof json === "string")
    return stringValue(node?.kind === "scalar" && node.text.value === json ? node.text : spoken(json, placeOf(whole)));
  if (typeof json === "number") return numberValue(json);
  if (typeof json === "boolean") return booleanValue(json);
  if (Array.isArray(json)) {
    const items = node?.kind === "list" ? node.items : [];
    return arrayValue(json.map((item2, index) => placed(item2, items[index], whole, depth + 1)));
  }
  if (typeof json !== "object" || json === null) return nullValue;
  const nodes = new Map((node?.kind === "map" ? node.entries : []).map((entry) => [entry.key.text.value, entry.value]));
  return objectValue(
    Object.entries(json).map(([name, item2]) => [name, placed(item2, nodes.get(name), whole, depth + 1)])
  );
}

// src/rehearsal/expression/search.ts
function startsCertainly(value3, start2) {
  let same = 0;
  while (same < start2.length && value3[same] === start2[same] && start2[same] !== equalToNothing) same += 1;
  const rest = start2.slice(same);
  const left = value3.slice(same);
  if (rest === "") return true;
  if (!holdsUnknown(left) && knownLength(rest) > left.length) return false;
  const [wanted, there] = [rest[0] ?? "", left[0] ?? ""];
  return holdsUnknown(wanted) || holdsUnknown(there) || there === wanted ? void 0 : false;
}
var endsCertainly = (value3, end) => startsCertainly(reversed(value3), reversed(end));
var reversed = (value3) => value3.split("").reverse().join("");
function containsCertainly(value3, part) {
  if (!part.includes(equalToNothing) && value3.includes(part)) return true;
  if (holdsUnknown(value3)) return void 0;
  if (!holdsUnknown(part)) return false;
  let from = 0;
  for (const piece of part.split(unknowns2)) {
    const found = value3.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return void 0;
}
var unknowns2 = /[\uE000-\uF8FF]/;
var knownLength = (value3) => value3.split(unknowns2).join("").length;

// src/rehearsal/expression/functions.ts
var value = (made2) => ({ kind: "value", value: made2 });
var truth = (made2) => made2 === void 0 ? { kind: "open" } : { kind: "truth", truth: made2 };
var unknown2 = { kind: "unknown" };
var longest2 = 1e6;
var functions = /* @__PURE__ */ new Map([
  ["contains", contains2],
  ["startswith", (call2) => stringTest(call2, startsCertainly)],
  ["endswith", (call2) => stringTest(call2, endsCertainly)],
  ["format", format2],
  ["join", joined],
  ["tojson", toJson],
  ["fromjson", fromJson]
]);
var isPrimitive = (one) => one?.kind !== "array" && one?.kind !== "object";
function contains2(call2) {
  const [search, item2] = call2.arguments;
  if (search?.kind === "unknown") return { kind: "open" };
  if (search?.kind === "array" && item2)
    return truth(
      anyOf(
        call2.names,
        search.items.map((one) => equality(call2.names, item2, one))
      )
    );
  return stringTest(call2, (a, b) => containsCertainly(a.toLowerCase(), b.toLowerCase()));
}
function stringTest({ arguments: [left, right], at: at2 }, test) {
  if (!isPrimitive(left) || !isPrimitive(right)) return truth(false);
  return truth(test(upper(textOfValue(left, at2).value), upper(textOfValue(right, at2).value)));
}
function format2({ arguments: [first, ...rest], at: at2 }) {
  if (!first) return unknown2;
  const pattern = textOfValue(first, at2);
  if (holdsUnknown(pattern.value)) return unknown2;
  const parts = [];
  let from = 0;
  let room = longest2 - pattern.value.length;
  for (const match of pattern.value.matchAll(/\{\{|\}\}|\{(\d+)[^}]*\}|[{}]/g)) {
    parts.push(slice(pattern, from, match.index));
    const argument = match[1] === void 0 ? void 0 : rest[Number(match[1])];
    if (argument) {
      const text = textOfValue(argument, at2);
      room -= text.value.length;
      if (room < 0) return unknown2;
      parts.push(text);
    } else if (match[0] === "{{" || match[0] === "}}") parts.push(slice(pattern, match.index, match.index + 1));
    else return unknown2;
    from = match.index + match[0].length;
  }
  return value(stringValue(concat(...parts, slice(pattern, from))));
}
function joined({ arguments: [items, separator], at: at2 }) {
  if (!items || items.kind === "unknown") return unknown2;
  if (items.kind === "object") return value(stringValue(spoken("", at2)));
  if (items.kind !== "array") return value(stringValue(textOfValue(items, at2)));
  const between = separator && isPrimitive(separator) ? textOfValue(separator, at2) : spoken(",", at2);
  const texts2 = items.items.map((item2) => textOfValue(item2, at2));
  const length = texts2.reduce((sum, text) => sum + text.value.length + between.value.length, 0);
  return length > longest2 ? unknown2 : value(stringValue(join(texts2, between)));
}
var isBoolean = (names2, one) => (one?.kind === "unknown" || one?.kind === "string") && booleanTruth(names2, one.text.value) !== void 0;
function toJson({ arguments: [first], names: names2, at: at2 }) {
  if (first?.kind === "unknown" && isBoolean(names2, first)) return value(first);
  const text = first && jsonOf(first, at2);
  return text ? value(stringValue(text)) : unknown2;
}
function fromJson({ arguments: [first], names: names2, at: at2 }) {
  if (first && isBoolean(names2, first)) return value({ kind: "unknown", text: textOfValue(first, at2) });
  const text = first && textOfValue(first, at2);
  const made2 = text && !holdsUnknown(text.value) ? valueOfJson(text) : void 0;
  return made2 ? value(made2) : unknown2;
}

// src/rehearsal/expression/evaluate.ts
var evaluate = (expression, scope) => value2({ scope, text: expression, at: placeOf(expression) }, parseExpression(expression.value));
function interpolate(text, scope) {
  if (!text.value.includes("${{")) return text;
  return concat(...segmentsOf(text).map((segment) => segmentText(segment, scope)));
}
function interpolateValue(text, scope) {
  const [first, ...rest] = segmentsOf(text);
  if (first?.kind !== "expression" || rest.length > 0) return stringValue(interpolate(text, scope));
  const made2 = segmentValue(first, scope);
  const at2 = placeOf(first.text);
  if (made2.kind === "string" || made2.kind === "unknown") return { kind: made2.kind, text: usedAt(made2.text, at2) };
  return made2;
}
var segmentValue = ({ inner, text }, scope) => inner.value === "" ? rejected(scope, text) : evaluate(inner, scope);
function segmentText(segment, scope) {
  if (segment.kind === "literal") return segment.text;
  const at2 = placeOf(segment.text);
  if (segment.kind === "unclosed") return textOfValue(rejected(scope, segment.text), at2);
  return usedAt(textOfValue(segmentValue(segment, scope), at2), at2);
}
var rejected = ({ names: names2 }, text) => ({
  kind: "unknown",
  text: spoken(
    unknownOf(names2, `invalid ${text.value.slice(0, 400)}`, "an invalid expression", anything),
    placeOf(text)
  )
});
function decide2(condition, scope) {
  const truth2 = conditionTruth(condition, scope);
  if (typeof truth2 === "boolean") return { kind: "known", holds: truth2 };
  const { key, holds } = truth2;
  return { kind: "open", condition: key, holds, implied: holds && truth2.conjuncts || [{ key, holds }] };
}
function conditionTruth(condition, scope) {
  if (condition.value.trim() === "") return true;
  const bare = !condition.value.includes("${{");
  return truthOf(scope.names, bare ? evaluate(condition, scope) : interpolateValue(condition, scope));
}
function value2(evaluation, tree) {
  const { scope, text, at: at2 } = evaluation;
  switch (tree.kind) {
    case "literal":
      if (tree.value === null) return nullValue;
      return typeof tree.value === "boolean" ? booleanValue(tree.value) : numberValue(tree.value);
    case "string":
      return stringValue(
        literalText(text, tree.value, tree.start + Number(tree.quoted), tree.end - Number(tree.quoted))
      );
    case "context":
      return scope.context(tree.name) ?? derived(evaluation, tree, `context ${tree.name.toLowerCase()}`);
    case "index": {
      const [of, key] = [value2(evaluation, tree.of), value2(evaluation, tree.key)];
      return item(of, key, at2) ?? derived(evaluation, tree, `${keyOf(of)}[${keyOf(key, true)}]`);
    }
    case "each": {
      const of = value2(evaluation, tree.of);
      return each(of) ?? derived(evaluation, tree, `${keyOf(of)}.*`);
    }
    case "call":
      return call(evaluation, tree);
    case "not":
      return decided(evaluation, tree, negated(truthOf(scope.names, value2(evaluation, tree.operand))));
    case "comparison": {
      const [left, right] = [value2(evaluation, tree.left), value2(evaluation, tree.right)];
      return decided(evaluation, tree, comparison(scope.names, tree.operator, left, right));
    }
    case "logical":
      return logical(evaluation, tree);
    case "invalid":
      return rejected(scope, text);
  }
}
function literalText(text, literal2, start2, end) {
  const raw = slice(text, start2, end);
  if (raw.value === literal2) return raw;
  const parts = [];
  let from = 0;
  for (const match of raw.value.matchAll(/''/g)) {
    parts.push(slice(raw, from, match.index + 1));
    from = match.index + 2;
  }
  return concat(...parts, slice(raw, from));
}
var anything = { truth: void 0, boolean: false };
function derived(evaluation, tree, key, nature = anything) {
  return { kind: "unknown", text: spoken(unknownOf(evaluation.scope.names, key, labelOf(tree), nature), evaluation.at) };
}
var longestLabel = 60;
function labelOf(tree) {
  const printed = printExpression(tree);
  return printed.length <= longestLabel ? printed : `${printed.slice(0, longestLabel - 1)}…`;
}
var decided = (evaluation, tree, truth2) => typeof truth2 === "boolean" ? booleanValue(truth2) : derived(evaluation, tree, literalOf(truth2), { truth: truth2, boolean: true });
function logical(evaluation, tree) {
  const { names: names2 } = evaluation.scope;
  const decisive = tree.operator === "||";
  const open = [];
  let last = nullValue;
  for (const operand of tree.operands) {
    last = value2(evaluation, operand);
    const truth3 = truthOf(names2, last);
    if (truth3 === decisive) break;
    if (typeof truth3 !== "boolean") open.push(last);
  }
  const candidates = open.includes(last) ? open : [...open, last];
  const keys = candidates.map((candidate) => keyOf(candidate));
  if (new Set(keys).size === 1) return last;
  const truth2 = (decisive ? anyOf : allOf)(
    names2,
    candidates.map((candidate) => truthOf(names2, candidate))
  );
  if (candidates.every((candidate) => isBoolean2(names2, candidate))) return decided(evaluation, tree, truth2);
  return derived(evaluation, tree, `(${keys.join(` ${tree.operator} `)})`, { truth: truth2, boolean: false });
}
var isBoolean2 = (names2, one) => one.kind === "boolean" || one.kind === "unknown" && booleanTruth(names2, one.text.value) !== void 0;
function call(evaluation, tree) {
  const { scope, at: at2 } = evaluation;
  const operands = tree.arguments.map((argument) => value2(evaluation, argument));
  const key = (fold) => `${tree.name}(${operands.map((operand) => keyOf(operand, fold)).join(", ")})`;
  if (tree.name === "case") return chosen(operands) ?? derived(evaluation, tree, key(false));
  if (tree.name === "hashfiles") return scope.hashFiles(operands.map((operand) => textOfValue(operand, at2)));
  const status = statusOf(scope, tree.name);
  if (status) return status;
  const outcome = functions.get(tree.name)?.({ arguments: operands, names: scope.names, at: at2 }) ?? { kind: "unknown" };
  switch (outcome.kind) {
    case "value":
      return outcome.value;
    case "truth":
      return decided(evaluation, tree, outcome.truth);
    case "open":
      return decided(evaluation, tree, conditionOn(scope.names, key(true)));
    case "unknown":
      return derived(evaluation, tree, key(false));
  }
}
function statusOf({ status }, name) {
  switch (name) {
    case "success":
      return status.success();
    case "failure":
      return status.failure();
    case "cancelled":
      return status.cancelled();
    case "always":
      return status.always();
    default:
      return void 0;
  }
}
function chosen(operands) {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const predicate = operands[index];
    if (predicate?.kind !== "boolean") return void 0;
    if (predicate.value) return operands[index + 1];
  }
  return operands.at(-1);
}

// src/rehearsal/matrix.ts
var mostCells = 64;
function cellsOf(matrix) {
  if (!matrix || matrix.kind === "null") return [/* @__PURE__ */ new Map()];
  if (matrix.kind !== "object" || matrix.open) return [void 0];
  const axes = matrix.entries().filter(([name]) => name !== "include" && name !== "exclude");
  const include = rowsOf(matrix.get("include"));
  const exclude = rowsOf(matrix.get("exclude"));
  if (!include || !exclude || axes.some(([, value3]) => value3.kind !== "array")) return [void 0];
  const all2 = product(axes);
  const kept = all2.filter((cell) => !exclude.some((row) => covers(cell, row)));
  return withIncluded(
    axes.length === 0 ? [] : kept,
    include,
    axes.map(([name]) => name)
  ).slice(0, mostCells);
}
function rowsOf(value3) {
  if (!value3 || value3.kind === "null") return [];
  if (value3.kind !== "array") return void 0;
  const rows = value3.items.map((item2) => item2.kind === "object" ? new Map(item2.entries()) : void 0);
  return rows.every((row) => row !== void 0) ? rows : void 0;
}
function product(axes) {
  let cells = [/* @__PURE__ */ new Map()];
  for (const [name, value3] of axes) {
    const items = value3.kind === "array" ? value3.items : [];
    cells = cells.flatMap((cell) => items.map((item2) => new Map([...cell, [name, item2]]))).slice(0, mostCells);
  }
  return cells;
}
var covers = (cell, row) => [...row].every(([name, value3]) => sameValue(cell.get(name), value3));
function withIncluded(cells, include, axes) {
  const extended = cells.map((cell) => new Map(cell));
  const own2 = [];
  for (const row of include) {
    const joins = extended.filter(
      (_, index) => axes.every((axis) => !row.has(axis) || sameValue(cells[index]?.get(axis), row.get(axis)))
    );
    if (joins.length === 0 || cells.length === 0) own2.push(row);
    for (const cell of joins) for (const [name, value3] of row) cell.set(name, value3);
  }
  return [...extended, ...own2];
}
function sameValue(a, b) {
  if (!a || !b || a.kind !== b.kind) return false;
  if (a.kind === "string" && b.kind === "string") return compare(a.text.value, b.text.value) === "same";
  if ((a.kind === "boolean" || a.kind === "number") && a.kind === b.kind) return a.value === b.value;
  if (a.kind === "array" && b.kind === "array")
    return a.items.length === b.items.length && a.items.every((item2, index) => sameValue(item2, b.items[index]));
  if (a.kind === "object" && b.kind === "object")
    return JSON.stringify(a.entries().map(([name]) => name)) === JSON.stringify(b.entries().map(([name]) => name)) && a.entries().every(([name, value3]) => sameValue(value3, b.get(name)));
  return a.kind === "null";
}
function cellLabel(cell) {
  if (!cell) return "";
  return [...cell.values()].flatMap(
    (value3) => value3.kind === "string" ? [value3.text.value] : value3.kind === "number" || value3.kind === "boolean" ? [String(value3.value)] : []
  ).join(", ");
}

// src/rehearsal/permissions.ts
function permissionsOf(job, workflow, ceiling) {
  const own2 = readPermissions(job ?? workflow);
  return own2.kind === "absent" ? ceiling : own2;
}
function readPermissions(node) {
  if (!node) return { kind: "absent" };
  const at2 = spanOf(node);
  if (node.kind === "scalar") return { kind: "stated", at: at2, scopes: /* @__PURE__ */ new Map(), all: everything(node.text.value) };
  const scopes = entriesOf(node).map(({ key, value: value3 }) => [
    key.text.value,
    { access: accessOf(value3), at: value3 ? spanOf(value3) : spanOf(key) }
  ]);
  return { kind: "stated", at: keysSpan(node, at2), scopes: new Map(scopes), all: void 0 };
}
var everything = (value3) => value3 === "write-all" ? "write" : value3 === "read-all" ? "read" : void 0;
var accessOf = (node) => {
  const value3 = node?.kind === "scalar" ? node.text.value : "";
  return value3 === "read" || value3 === "write" ? value3 : "none";
};
function keysSpan(node, whole) {
  if (node.kind !== "map" || node.entries.length === 0) return whole;
  const last = node.entries.at(-1);
  const end = last?.value ?? last?.key;
  return end ? { source: whole.source, start: whole.start, end: Math.max(whole.start, spanOf(end).end) } : whole;
}

// src/tools/harmless-actions.ts
var harmlessActions = /* @__PURE__ */ new Set([
  "actions/cache",
  "actions/setup-node",
  "actions/setup-python",
  "actions/setup-go",
  "actions/setup-java",
  "actions/setup-dotnet",
  "actions/upload-artifact",
  "actions/download-artifact",
  "actions/github-script",
  "actions/labeler",
  "actions/stale",
  "actions/dependency-review-action",
  "actions/create-release",
  "actions/attest-build-provenance",
  "actions/attest-sbom",
  "actions/attest",
  "actions/configure-pages",
  "actions/upload-pages-artifact",
  "actions/deploy-pages",
  "actions/add-to-project",
  "actions-rs/toolchain",
  "dtolnay/rust-toolchain",
  "swatinem/rust-cache",
  "ruby/setup-ruby",
  "shivammathur/setup-php",
  "pnpm/action-setup",
  "oven-sh/setup-bun",
  "denoland/setup-deno",
  "gradle/gradle-build-action",
  "gradle/actions",
  "gradle/wrapper-validation-action",
  "astral-sh/setup-uv",
  "azure/setup-helm",
  "azure/setup-kubectl",
  "azure/use-kubelogin",
  "azure/k8s-lint",
  "azure/cli",
  "azure/powershell",
  "helm/chart-testing-action",
  "helm/chart-releaser-action",
  "hashicorp/setup-terraform",
  "opentofu/setup-opentofu",
  "imranismail/setup-kustomize",
  "google-github-actions/setup-gcloud",
  "sigstore/cosign-installer",
  "anchore/sbom-action",
  "anchore/scan-action",
  "aquasecurity/trivy-action",
  "github/codeql-action",
  "snyk/actions",
  "sonarsource/sonarcloud-github-action",
  "sonarsource/sonarqube-scan-action",
  "codecov/codecov-action",
  "dorny/paths-filter",
  "tj-actions/changed-files",
  "peter-evans/create-pull-request",
  "peter-evans/repository-dispatch",
  "softprops/action-gh-release",
  "ncipollo/release-action",
  "goreleaser/goreleaser-action-install",
  "slackapi/slack-github-action",
  "rtcamp/action-slack-notify",
  "8398a7/action-slack",
  "golangci/golangci-lint-action",
  "hadolint/hadolint-action",
  "docker/scout-action",
  "stefanprodan/kube-tools",
  "mikefarah/yq",
  "webfactory/ssh-agent",
  "jlumbroso/free-disk-space",
  "dawidd6/action-download-artifact",
  "stefanzweifel/git-auto-commit-action",
  "ad-m/github-push-action",
  "mathieudutour/github-tag-action",
  "anothrnick/github-tag-action",
  "amannn/action-semantic-pull-request",
  "release-drafter/release-drafter",
  "googleapis/release-please-action",
  "google-github-actions/release-please-action",
  "step-security/harden-runner",
  "marocchino/sticky-pull-request-comment"
]);

// src/rehearsal/environment-files.ts
var environmentFiles = {
  GITHUB_ENV: "/github/file_commands/set_env",
  GITHUB_OUTPUT: "/github/file_commands/set_output",
  GITHUB_PATH: "/github/file_commands/add_path",
  GITHUB_STATE: "/github/file_commands/save_state",
  GITHUB_STEP_SUMMARY: "/github/file_commands/step_summary"
};
function readAssignments(file) {
  const values = /* @__PURE__ */ new Map();
  let open = false;
  const all2 = file ? lines(file) : [];
  for (let index = 0; index < all2.length; index += 1) {
    const line = all2[index];
    if (line.value === "") continue;
    const equals3 = line.value.indexOf("=");
    const heredoc = line.value.indexOf("<<");
    if (heredoc > 0 && (equals3 < 0 || heredoc < equals3)) {
      const delimiter = line.value.slice(heredoc + 2);
      const end = all2.findIndex((one, at2) => at2 > index && one.value === delimiter);
      const last = end < 0 ? all2.length : end;
      values.set(line.value.slice(0, heredoc), joinLines(all2.slice(index + 1, last)));
      index = last;
    } else if (equals3 > 0 && !isOneUnknown(line.value.slice(0, equals3)))
      values.set(line.value.slice(0, equals3), slice(line, equals3 + 1));
    else open = true;
  }
  return { values, open };
}
var newline = textAt({ source: { path: "", text: "\n" }, start: 0, end: 1 });
var joinLines = (parts) => concat(...parts.flatMap((part, index) => index === 0 ? [part] : [newline, part]));
function outputsIn(stdout) {
  const found = /* @__PURE__ */ new Map();
  for (const line of lines(stdout)) {
    const match = /^::set-output name=([^:,]+)::/.exec(line.value);
    if (match) found.set(match[1], slice(line, match[0].length));
  }
  return found;
}

// src/rehearsal/join.ts
var longestShown = 40;
var seams = /[/:@=,\s]/;
function joinText(names2, { condition, yes, no, repeated }) {
  if (yes.value === no.value) return yes;
  const head = repeated ? 0 : commonHead(yes.value, no.value);
  const tail = repeated ? 0 : commonTail(yes.value.slice(head), no.value.slice(head));
  const ours = slice(yes, head, yes.value.length - tail);
  const theirs = slice(no, head, no.value.length - tail);
  const at2 = placeOf(ours.value === "" ? theirs : ours);
  const middle = spoken(
    unknown(names2, `${condition} ? ${ours.value} : ${theirs.value}`, either2(names2, ours, theirs)),
    at2
  );
  return concat(slice(yes, 0, head), middle, slice(yes, yes.value.length - tail));
}
function either2(names2, a, b) {
  const both = [a, b].map((side) => side.value === "" ? "nothing" : show(names2, side.value));
  return both.some((side) => side.length > longestShown || side.includes("\n")) ? "?" : both.join(" or ");
}
function commonHead(a, b) {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length] && a[length] !== equalToNothing) length += 1;
  while (length > 0 && !seams.test(a[length - 1])) length -= 1;
  return length;
}
function commonTail(a, b) {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length] && a[a.length - 1 - length] !== equalToNothing)
    length += 1;
  while (length > 0 && !seams.test(a[a.length - length])) length -= 1;
  return length;
}
function joinLines2(names2, sides) {
  const { yes, no, repeated } = sides;
  if (yes.value === no.value) return yes;
  const [ours, theirs] = [wholeLines(yes), wholeLines(no)];
  let head = 0;
  while (head < Math.min(ours.length, theirs.length) && ours[head]?.value === theirs[head]?.value) head += 1;
  const [left, right] = [ours.slice(head), theirs.slice(head)];
  const rest = !repeated && left.length === right.length ? left.map((line, index) => joinLine(names2, { ...sides, yes: line, no: right[index] })) : [ended(joinText(names2, { ...sides, yes: concat(...left), no: concat(...right), repeated: true }))];
  return concat(...ours.slice(0, head), ...rest);
}
var wholeLines = (text) => {
  let start2 = 0;
  return lines(text).map((line) => {
    const end = text.value.indexOf("\n", start2 + line.value.length);
    const whole = slice(text, start2, end < 0 ? text.value.length : end + 1);
    start2 += whole.value.length;
    return whole;
  });
};
var ended = (text) => text.value === "" ? text : concat(text, spoken("\n", placeOf(text)));
function joinLine(names2, sides) {
  const assignment = /^[\w.-]+=/;
  const name = assignment.exec(sides.yes.value)?.[0];
  const same = name !== void 0 && name === assignment.exec(sides.no.value)?.[0];
  return same || sides.yes.value === sides.no.value ? joinText(names2, sides) : ended(joinText(names2, { ...sides, repeated: true }));
}
function joinMachines(target, sides) {
  const { condition, yes, no } = sides;
  const { names: names2 } = target;
  const of = (yesSide, noSide) => ({ ...sides, yes: yesSide, no: noSide });
  const namespace = joinOptional(names2, of(yes.namespace, no.namespace));
  const files = joinFiles(names2, sides);
  const variables = joinVariables(names2, of(yes.variables, no.variables));
  if (yes.directory !== no.directory) {
    const key = `${condition} ? ${yes.directory} : ${no.directory}`;
    target.directory = resolvePath("/", unknown(names2, key, "the working directory"));
    files.blur();
  } else target.directory = yes.directory;
  target.files = files;
  target.variables = variables;
  target.logins = [.../* @__PURE__ */ new Set([...yes.logins, ...no.logins])];
  target.images = joinImages(yes.images, no.images);
  target.builder = sameBuilder(yes, no) ? yes.builder : { driver: "unknown", at: yes.builder.at ?? no.builder.at };
  target.cluster = sameCluster(yes, no) ? yes.cluster : void 0;
  target.namespace = namespace;
}
var sameBuilder = (a, b) => a.builder.driver === b.builder.driver;
var sameCluster = (a, b) => a.cluster === b.cluster || a.cluster?.name !== void 0 && a.cluster.name.value === b.cluster?.name?.value && a.cluster.provider === b.cluster.provider;
function joinOptional(names2, sides) {
  if (!sides.yes && !sides.no) return void 0;
  return joinText(names2, { ...sides, yes: sides.yes ?? emptyText, no: sides.no ?? emptyText, repeated: true });
}
function joinVariables(names2, sides) {
  const { yes, no } = sides;
  if (yes === no) return yes;
  const joined2 = /* @__PURE__ */ new Map();
  for (const name of /* @__PURE__ */ new Set([...yes.keys(), ...no.keys()])) {
    const [ours, theirs] = [yes.get(name), no.get(name)];
    const text = joinText(names2, { ...sides, yes: ours?.text ?? emptyText, no: theirs?.text ?? emptyText });
    joined2.set(name, { text, exported: Boolean(ours?.exported || theirs?.exported) });
  }
  return joined2;
}
function joinFiles(names2, sides) {
  const { yes, no } = sides;
  const files = yes.files.fork();
  if (no.files.blurred()) files.blur();
  for (const path of /* @__PURE__ */ new Set([...yes.files.changed().keys(), ...no.files.changed().keys()])) {
    const [ours, theirs] = [yes.files.read(path), no.files.read(path)];
    if (ours?.value === theirs?.value) continue;
    files.write(path, joinLines2(names2, { ...sides, yes: ours ?? emptyText, no: theirs ?? emptyText }));
  }
  return files;
}
function joinImages(yes, no) {
  if (yes === no) return yes;
  const joined2 = /* @__PURE__ */ new Map();
  for (const reference of /* @__PURE__ */ new Set([...yes.keys(), ...no.keys()])) {
    const [ours, theirs] = [yes.get(reference), no.get(reference)];
    const image2 = ours ?? theirs;
    joined2.set(reference, !ours || !theirs || ours === theirs ? image2 : hazy(image2));
  }
  return joined2;
}
var hazy = (image2) => ({
  ...image2,
  platforms: void 0,
  platformsAt: void 0,
  shape: void 0,
  attestations: { kind: "unknown" }
});

// src/rehearsal/shell/shell.ts
function runScript(_script, _machine, _world, _options) {
  return { status: "unknown", stdout: emptyText };
}

// src/rehearsal/uses.ts
function readUses(text, comment) {
  const value3 = text.value.trim();
  const local = /^[.$]\/(.*)$/.exec(value3);
  if (local) return { kind: "local", path: (local[1] ?? "").replace(/\/+$/, "") };
  if (value3.startsWith("docker://")) return { kind: "container" };
  const [name = "", ref = ""] = value3.split("@");
  const [owner = "", repository = "", ...path] = name.split("/");
  const action2 = `${owner}/${repository}`.toLowerCase();
  return { kind: "remote", uses: { text, action: action2, path: path.join("/"), version: versionIn(ref) ?? versionIn(comment) } };
}
function versionIn(text) {
  if (/^[0-9a-f]{40}$/.test(text)) return void 0;
  const match = /(?:^|[^\w.])v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?![\w])/.exec(text);
  if (!match) return void 0;
  const number = (digits) => digits === void 0 ? void 0 : Number(digits);
  return { major: Number(match[1]), minor: number(match[2]), patch: number(match[3]) };
}

// src/rehearsal/step-run.ts
var deepestAction = 10;
function runSteps(frame, steps, machine) {
  steps.forEach((step, index) => {
    runStep(frame, step, index, machine);
  });
}
function runStep(frame, step, index, machine) {
  const scope = scopeAt(frame, machine, /* @__PURE__ */ new Map());
  const decision = conditionOf(step.condition, scope);
  const outer = machine.step;
  machine.step = frame.depth > 0 && outer ? outer : stepOf(frame, step, index, machine);
  if (decision.kind === "known") {
    if (decision.holds) finish(frame, step, perform(frame, step, index, machine));
    else finish(frame, step, { outputs: /* @__PURE__ */ new Map(), open: false, outcome: "skipped", when: machine.when });
  } else {
    const ran = fork(machine);
    const skipped = fork(machine);
    ran.when = assuming(machine.when, decision.condition, decision.holds);
    finish(frame, step, perform(frame, step, index, ran));
    const { condition, holds } = decision;
    joinMachines(machine, { condition, yes: holds ? ran : skipped, no: holds ? skipped : ran });
  }
  machine.step = outer;
}
var finish = (frame, step, result) => {
  if (step.id !== void 0) frame.results.set(step.id, result);
};
function stepOf(frame, step, index, machine) {
  const name = step.name?.value ?? step.uses?.value ?? (step.run?.value ?? "").split("\n")[0] ?? "";
  return { index, name: show(frame.stage.names, name), at: step.at, despite: despiteOf(frame, step, machine) };
}
function despiteOf(frame, step, machine) {
  if (!step.condition || !mentionsStatus(step.condition)) return void 0;
  const decision = decide2(step.condition, scopeAt(frame, machine, /* @__PURE__ */ new Map(), true));
  return decision.kind === "known" && decision.holds ? placeOf(step.condition) : void 0;
}
var conditionOf = (condition, scope) => condition && condition.value.trim() !== "" ? decide2(condition, scope) : { kind: "known", holds: true };
var scopeAfter = (frame, machine) => scopeAt(frame, machine, /* @__PURE__ */ new Map());
function scopeAt(frame, machine, overlay, failed2 = false) {
  const { names: names2 } = frame.stage;
  const contexts = new Map(frame.contexts);
  contexts.set("steps", stepsContext(names2, frame.key, frame.results, machine.when));
  contexts.set("env", envContext(machine, overlay));
  contexts.set("runner", runnerContext(names2, machine));
  contexts.set("job", unknownValue(names2, `${frame.key}.job`, "job"));
  return scopeOf(names2, contexts, true, failed2);
}
function perform(frame, step, index, machine) {
  const scope = scopeAt(frame, machine, /* @__PURE__ */ new Map());
  const overlay = new Map([...step.env].map(([name, text]) => [name, interpolate(text, scope)]));
  const inner = scopeAt(frame, machine, overlay);
  const before2 = machine.variables;
  const variables = new Map(before2);
  for (const [name, text] of overlay) variables.set(name, { text, exported: true });
  machine.variables = variables;
  const result = step.run ? runShellStep(frame, step, step.run, inner, machine) : step.uses ? useAction(frame, step, step.uses, inner, index, machine) : nothing(machine);
  machine.variables = step.run ? before2 : withoutOverlay(before2, variables, machine.variables);
  return withFiles(machine, result);
}
var nothing = (machine) => ({
  outputs: /* @__PURE__ */ new Map(),
  open: false,
  outcome: "success",
  when: machine.when
});
function withoutOverlay(before2, given, after) {
  const kept = new Map(before2);
  for (const [name, variable] of after) if (given.get(name) !== variable) kept.set(name, variable);
  return kept;
}
function withFiles(machine, result) {
  const env = readAssignments(machine.files.read(environmentFiles.GITHUB_ENV));
  const output = readAssignments(machine.files.read(environmentFiles.GITHUB_OUTPUT));
  for (const path of [environmentFiles.GITHUB_ENV, environmentFiles.GITHUB_OUTPUT]) machine.files.remove(path);
  if (env.values.size > 0) {
    machine.variables = new Map([
      ...machine.variables,
      ...[...env.values].map(([name, text]) => [name, { text, exported: true }])
    ]);
  }
  return { ...result, outputs: new Map([...result.outputs, ...output.values]), open: result.open || output.open };
}
function runShellStep(frame, step, run2, scope, machine) {
  const { stage } = frame;
  const shell = (step.shell ?? frame.shell)?.value ?? (machine.computer.os === "windows" ? "pwsh" : "");
  const script = interpolate(run2, scope);
  const directory = machine.directory;
  const wanted = step.directory ?? frame.directory;
  machine.directory = wanted ? resolvePath(workspacePath, interpolate(wanted, scope).value) : workspacePath;
  const unmodelled = [...stage.world.notModelled.values()].reduce((sum, count) => sum + count, 0);
  let outputs = /* @__PURE__ */ new Map();
  let open = true;
  if (/^(?:$|bash\b|sh\b|\/bin\/(?:ba)?sh\b)/.test(shell)) {
    const outcome = runScript(script, machine, stage.world, {
      args: [],
      name: spoken("bash", nowhere),
      exitOnError: shell === "" || !shell.includes(" ") || /\s-\w*e/.test(shell),
      pipefail: shell === "bash" || shell.includes("pipefail"),
      commands: stage.commands
    });
    outputs = outputsIn(outcome.stdout);
    open = [...stage.world.notModelled.values()].reduce((sum, count) => sum + count, 0) > unmodelled;
  } else {
    notModelled(stage.world, `shell ${shell}`);
    record(stage.world, machine, {
      kind: "opaque",
      name: shell,
      about: [script, ...exportedTexts(machine)],
      anything: false,
      at: placeOf(run2)
    });
    machine.files.blur();
  }
  machine.directory = directory;
  return { outputs, open, outcome: "success", when: machine.when };
}
var exportedTexts = (machine) => [...machine.variables.values()].filter((one) => one.exported).map((one) => one.text);
function useAction(frame, step, text, scope, index, machine) {
  const inputs = new Map(
    [...step.with].map(([name, value3]) => [name.toLowerCase(), interpolate(value3, scope)])
  );
  const used2 = readUses(text, step.comment);
  if (used2.kind === "local") return useLocal(frame, used2.path, inputs, step, index, machine);
  if (used2.kind === "container") return opaque(frame, text.value, inputs, text, machine);
  return useRemote(frame, used2.uses, inputs, text, machine);
}
function useRemote(frame, uses, inputs, text, machine) {
  const { stage, event } = frame;
  const action2 = stage.actions.get(uses.path === "" ? uses.action : `${uses.action}/${uses.path}`);
  if (!action2)
    return harmlessActions.has(uses.action) ? harmless2(machine) : opaque(frame, uses.action, inputs, text, machine);
  const facts = stage.world.facts;
  const call2 = {
    uses,
    inputs,
    input: (name) => inputs.get(name),
    at: placeOf(text),
    github: {
      event: event.occasion.event,
      ref: event.occasion.ref,
      sha: event.occasion.sha,
      defaultBranch: facts.defaultBranch,
      repository: facts.repository,
      repositoryOwner: facts.repository?.split("/")[0]
    }
  };
  const { outputs, complete } = action2(call2, machine, stage.world);
  return { outputs, open: !complete, outcome: "success", when: machine.when };
}
function harmless2(machine) {
  machine.files.blur();
  return { outputs: /* @__PURE__ */ new Map(), open: true, outcome: "success", when: machine.when };
}
function opaque(frame, name, inputs, text, machine) {
  notModelled(frame.stage.world, name);
  const about = [...inputs.values(), ...exportedTexts(machine)];
  record(frame.stage.world, machine, { kind: "opaque", name, about, anything: false, at: placeOf(text) });
  return harmless2(machine);
}
function useLocal(frame, path, inputs, step, index, machine) {
  const file = ["action.yml", "action.yaml"].map((name) => frame.event.files.read(path === "" ? name : `${path}/${name}`)).find((one) => one !== void 0);
  const action2 = file && readAction(file);
  if (action2?.using !== "composite" || frame.depth >= deepestAction)
    return opaque(frame, `./${path}`, inputs, step.uses, machine);
  const key = `${frame.key}.${index}`;
  const given = [...action2.inputs].map(
    ([name, fallback]) => [name, stringValue(inputs.get(name) ?? fallbackText(fallback, frame, machine))]
  );
  const contexts = new Map([
    ...frame.contexts,
    ["inputs", objectValue([...given, ...[...inputs].map(([name, text]) => [name, stringValue(text)])])]
  ]);
  const inner = {
    ...frame,
    contexts,
    results: /* @__PURE__ */ new Map(),
    key,
    shell: void 0,
    directory: void 0,
    depth: frame.depth + 1
  };
  runSteps(inner, action2.steps, machine);
  const scope = scopeAfter(inner, machine);
  const outputs = new Map([...action2.outputs].map(([name, value3]) => [name, interpolate(value3, scope)]));
  return { outputs, open: false, outcome: "success", when: machine.when };
}
var fallbackText = (fallback, frame, machine) => fallback ? interpolate(fallback, scopeAt(frame, machine, /* @__PURE__ */ new Map())) : spoken("", nowhere);
function runnerVariables(stage, event, machine, job) {
  const { occasion } = event;
  const repository = stage.world.facts.repository;
  const values = {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_SHA: occasion.sha,
    GITHUB_REF: occasion.ref,
    GITHUB_REF_NAME: occasion.ref.replace(/^refs\/(?:heads|tags|pull)\//, ""),
    GITHUB_REF_TYPE: occasion.ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_EVENT_NAME: occasion.event,
    GITHUB_WORKSPACE: workspacePath,
    GITHUB_JOB: job,
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: "https://api.github.com",
    GITHUB_HEAD_REF: event.pullRequest?.headRef ?? "",
    GITHUB_BASE_REF: event.pullRequest?.baseRef ?? "",
    RUNNER_TEMP: "/github/runner_temp",
    RUNNER_WORKSPACE: "/github",
    HOME: "/github/home",
    GITHUB_REPOSITORY: repository ?? unknown(stage.names, "github.repository", "github.repository"),
    GITHUB_REPOSITORY_OWNER: repository?.split("/")[0] ?? unknown(stage.names, "github.repository_owner", "github.repository_owner"),
    ...environmentFiles
  };
  if (machine.computer.os)
    values["RUNNER_OS"] = { linux: "Linux", windows: "Windows", macos: "macOS" }[machine.computer.os];
  if (machine.computer.architecture)
    values["RUNNER_ARCH"] = { amd64: "X64", arm64: "ARM64" }[machine.computer.architecture];
  return new Map(
    Object.entries(values).map(([name, value3]) => [name, { text: spoken(value3, nowhere), exported: true }])
  );
}
var exported2 = (text) => ({ text, exported: true });

// src/rehearsal/workflow-run.ts
var deepestCall = 10;
function runWorkflow(stage, workflow, event, inputs, after, when) {
  const github = githubContext(stage, event, workflow, inputs);
  const key = `${workflow.path}#${event.occasion.event}#${event.occasion.ref}#${event.occasion.commit}`;
  return runJobs(stage, {
    workflow,
    event,
    github,
    inputs,
    secrets: "all",
    ceiling: { kind: "absent" },
    after,
    when,
    depth: 0,
    key
  });
}
function runJobs(stage, setting) {
  const results = /* @__PURE__ */ new Map();
  let waiting = setting.workflow.jobs;
  while (waiting.length > 0) {
    const ready = waiting.filter((job) => job.needs.every((need) => results.has(need.value.toLowerCase())));
    if (ready.length === 0) break;
    for (const job of ready) results.set(job.id.toLowerCase(), runJob(stage, setting, job, results));
    waiting = waiting.filter((job) => !ready.includes(job));
  }
  return results;
}
var skippedJob = { result: "skipped", outputs: /* @__PURE__ */ new Map(), open: false, runs: [], when: /* @__PURE__ */ new Map() };
function runJob(stage, setting, job, results) {
  const needs = new Map(job.needs.map((need) => [need.value, results.get(need.value.toLowerCase()) ?? skippedJob]));
  const scope = jobScope(stage, setting, job, needs, void 0);
  const when = whenOf(setting, job, needs, scope);
  if (!when) return skippedJob;
  const cells = cellsOf(job.matrix ? nodeValue(job.matrix, scope) : void 0);
  const despite2 = despiteOf2(stage, setting, job, needs);
  const after = [...setting.after, ...[...needs.values()].flatMap((need) => need.runs)];
  const outcomes = cells.map((cell) => runCell(stage, { ...setting, after, when }, job, needs, cell, despite2));
  return merged(stage, setting, job, outcomes, when);
}
function whenOf(setting, job, needs, scope) {
  const asksStatus = job.condition !== void 0 && mentionsStatus(job.condition);
  const succeeded = [...needs.values()].every((need) => need.result === "success");
  if (!asksStatus && !succeeded) return void 0;
  const inherited = asksStatus ? [] : [...needs.values()].flatMap((need) => [...need.when]);
  const base = new Map([...setting.when, ...inherited]);
  if (!job.condition || trim(job.condition).value === "") return base;
  const decision = decide2(job.condition, scope);
  if (decision.kind === "known") return decision.holds ? base : void 0;
  return assuming(base, decision.condition, decision.holds);
}
function despiteOf2(stage, setting, job, needs) {
  const { condition } = job;
  if (!condition || !mentionsStatus(condition)) return [];
  return [...needs].flatMap(([id, need]) => {
    const decision = decide2(condition, jobScope(stage, setting, job, needs, id));
    return decision.kind === "known" && decision.holds ? [{ failed: need.runs, at: placeOf(condition) }] : [];
  });
}
function jobScope(stage, setting, job, needs, failed2) {
  const { names: names2 } = stage;
  const environment = job.environment?.value ?? "";
  const contexts = /* @__PURE__ */ new Map([
    ["github", setting.github],
    ["inputs", setting.inputs],
    ["needs", needsContext(names2, needs, failed2)],
    ["vars", varsContext(names2, environment)],
    ["secrets", secretsContext(names2, environment, setting.secrets)]
  ]);
  const succeeded = [...needs.values()].every((need) => need.result === "success");
  const plain2 = scopeOf(names2, contexts, succeeded, failed2 !== void 0);
  const env = new Map([...setting.workflow.env].map(([name, text]) => [name, interpolate(text, plain2)]));
  return scopeOf(names2, new Map([...contexts, ["env", textsValue(env)]]), succeeded, failed2 !== void 0);
}
function runCell(stage, setting, job, needs, cell, despite2) {
  const scope = cellScope(stage, setting, job, needs, cell);
  return job.uses ? callWorkflow(stage, setting, job, job.uses, scope, cell) : runSteppedJob(stage, setting, job, scope, cell, despite2);
}
function cellScope(stage, setting, job, needs, cell) {
  const { names: names2 } = stage;
  const outer = jobScope(stage, setting, job, needs, void 0);
  const contexts = /* @__PURE__ */ new Map();
  for (const name of ["github", "inputs", "needs", "vars", "secrets", "env"])
    contexts.set(name, outer.context(name) ?? nullValue);
  contexts.set("matrix", cell ? objectValue(cell) : unknownValue(names2, `${setting.key}.${job.id}.matrix`, "matrix"));
  contexts.set("strategy", unknownValue(names2, `${setting.key}.${job.id}.strategy`, "strategy"));
  return scopeOf(names2, contexts, true);
}
function runSteppedJob(stage, setting, job, scope, cell, despite2) {
  const environment = job.environment && interpolate(job.environment, scope);
  const run2 = {
    id: stage.runs.length,
    occasion: setting.event.occasion,
    path: setting.workflow.path,
    job: cell && cell.size > 0 ? `${job.id} (${show(stage.names, cellLabel(cell))})` : job.id,
    at: job.at,
    after: setting.after,
    permissions: permissionsOf(job.permissions, setting.workflow.permissions, setting.ceiling),
    environment,
    implied: false,
    despite: despite2
  };
  stage.runs.push(run2);
  const machine = newMachine(stage, setting.event, run2, setting.when, job, scope);
  const contexts = /* @__PURE__ */ new Map();
  for (const name of ["github", "inputs", "needs", "vars", "secrets", "matrix", "strategy"])
    contexts.set(name, scope.context(name) ?? nullValue);
  contexts.set("secrets", secretsContext(stage.names, environment?.value ?? "", setting.secrets));
  const key = `${setting.key}.${job.id}.${cell ? cellLabel(cell) : ""}`;
  const results = /* @__PURE__ */ new Map();
  const shell = job.defaults.shell ?? setting.workflow.defaults.shell;
  const directory = job.defaults.directory ?? setting.workflow.defaults.directory;
  const frame = { stage, event: setting.event, contexts, results, key, shell, directory, depth: 0 };
  runSteps(frame, job.steps, machine);
  return {
    result: "success",
    outputs: outputsOf(frame, job.outputs, machine),
    open: false,
    runs: [run2],
    when: setting.when
  };
}
function newMachine(stage, event, run2, when, job, scope) {
  const labels = job.runsOn.flatMap((label) => labelsIn(interpolateValue(label, scope)));
  const runsOn = job.runsOn[0] ? placeOf(job.runsOn[0]) : run2.at;
  const machine = {
    run: run2,
    names: stage.names,
    computer: computerOf(labels, runsOn),
    repository: event.files,
    step: void 0,
    when,
    files: newFiles(),
    directory: "/github/workspace",
    variables: /* @__PURE__ */ new Map(),
    logins: [],
    images: /* @__PURE__ */ new Map(),
    builder: { driver: "docker", at: void 0 },
    cluster: void 0,
    namespace: void 0
  };
  const env = /* @__PURE__ */ new Map();
  const outer = scope.context("env");
  if (outer?.kind === "object") {
    for (const [name, value3] of outer.entries()) if (value3.kind === "string") env.set(name, value3.text);
  }
  for (const [name, text] of job.env) env.set(name, interpolate(text, scope));
  machine.variables = new Map([
    ...runnerVariables(stage, event, machine, job.id),
    ...[...env].map(([name, text]) => [name, exported2(text)])
  ]);
  return machine;
}
function labelsIn(value3) {
  if (value3.kind === "array") return value3.items.flatMap(labelsIn);
  return value3.kind === "string" || value3.kind === "unknown" ? [value3.text.value] : [];
}
function outputsOf(frame, outputs, machine) {
  return new Map([...outputs].map(([name, text]) => [name, interpolate(text, scopeAfter(frame, machine))]));
}
function merged(stage, setting, job, outcomes, when) {
  const runs = outcomes.flatMap((outcome) => outcome.runs);
  const outputs = /* @__PURE__ */ new Map();
  for (const outcome of outcomes) {
    for (const [name, text] of outcome.outputs) {
      const before2 = outputs.get(name);
      const key = `${setting.key}.${job.id}.outputs.${name}`;
      const agreed = !before2 || before2.value === text.value;
      outputs.set(
        name,
        agreed ? text : spoken(unknown(stage.names, key, `needs.${job.id}.outputs.${name}`), placeOf(text))
      );
    }
  }
  return { result: "success", outputs, open: outcomes.some((outcome) => outcome.open), runs, when };
}
function callWorkflow(stage, setting, job, uses, scope, cell) {
  const used2 = readUses(uses, "");
  const workflow = used2.kind === "local" ? stage.workflows.get(used2.path) : void 0;
  const trigger = workflow?.triggers.find((one) => one.event === "workflow_call");
  if (!workflow || !trigger || setting.depth >= deepestCall) return unreadableCall(stage, setting, job, uses, scope);
  const given = new Map([...job.with].map(([name, text]) => [name, interpolateValue(text, scope)]));
  const inputs = [...trigger.inputs].map(([name, input]) => {
    const value3 = given.get(name) ?? (input.default ? stringValue(input.default) : nullValue);
    return [name, input.type === "boolean" ? asBoolean(value3) : value3];
  });
  const secrets = job.secrets === "inherit" ? setting.secrets : new Map([...job.secrets].map(([name, text]) => [name, interpolateValue(text, scope)]));
  const called = {
    ...setting,
    workflow,
    inputs: objectValue(inputs),
    secrets,
    ceiling: permissionsOf(job.permissions, setting.workflow.permissions, setting.ceiling),
    depth: setting.depth + 1,
    key: `${setting.key}/${job.id}(${cell ? cellLabel(cell) : ""})`
  };
  const results = runJobs(stage, called);
  return {
    result: "success",
    outputs: calledOutputs(stage, called, trigger.outputs, results),
    open: false,
    runs: [...results.values()].flatMap((one) => one.runs),
    when: setting.when
  };
}
var asBoolean = (value3) => value3.kind === "string" && /^(?:true|false)$/i.test(value3.text.value) ? booleanValue(value3.text.value.toLowerCase() === "true") : value3;
function calledOutputs(stage, called, outputs, results) {
  const jobs = needsContext(
    stage.names,
    new Map(
      called.workflow.jobs.flatMap((job) => {
        const result = results.get(job.id.toLowerCase());
        return result ? [[job.id, result]] : [];
      })
    ),
    void 0
  );
  const scope = scopeOf(
    stage.names,
    /* @__PURE__ */ new Map([
      ["jobs", jobs],
      ["github", called.github],
      ["inputs", called.inputs]
    ]),
    true
  );
  return new Map([...outputs].map(([name, text]) => [name, interpolate(text, scope)]));
}
function unreadableCall(stage, setting, job, uses, scope) {
  const run2 = {
    id: stage.runs.length,
    occasion: setting.event.occasion,
    path: setting.workflow.path,
    job: job.id,
    at: job.at,
    after: setting.after,
    permissions: permissionsOf(job.permissions, setting.workflow.permissions, setting.ceiling),
    environment: void 0,
    implied: false,
    despite: []
  };
  stage.runs.push(run2);
  const machine = newMachine(stage, setting.event, run2, setting.when, job, scope);
  record(stage.world, machine, {
    kind: "opaque",
    name: uses.value,
    about: [...job.with.values()].map((text) => interpolate(text, scope)),
    anything: true,
    at: placeOf(uses)
  });
  return { result: "success", outputs: /* @__PURE__ */ new Map(), open: true, runs: [run2], when: setting.when };
}
function nodeValue(node, scope) {
  if (!node) return nullValue;
  if (node.kind === "list") return { kind: "array", items: node.items.map((item2) => nodeValue(item2, scope)) };
  if (node.kind === "map")
    return objectValue(entriesOf(node).map(({ key, value: value3 }) => [key.text.value, nodeValue(value3, scope)]));
  if (isNull(node)) return nullValue;
  if (node.text.value.includes("${{")) return interpolateValue(node.text, scope);
  if (node.style !== "plain") return stringValue(node.text);
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(node.text.value))
    return booleanValue(node.text.value.toLowerCase() === "true");
  if (/^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(node.text.value)) return stringValue(numberText2(node.text));
  return stringValue(node.text);
}
var numberText2 = (text) => {
  const printed = String(Number(text.value));
  return printed === text.value ? text : spoken(printed, placeOf(text));
};
function dispatchInputs(stage, workflow) {
  const trigger = workflow.triggers.find((one) => one.event === "workflow_dispatch");
  return objectValue(
    [...trigger?.inputs.keys() ?? []].map(
      (name) => [name, unknownValue(stage.names, `${workflow.path}:inputs.${name}`, `inputs.${name}`)]
    )
  );
}

// src/rehearsal/rehearsal.ts
var commandTable = new Map(
  commands.flatMap((command2) => command2.names.map((name) => [name, command2.run]))
);
var actionTable = new Map(actions.map((action2) => [action2.name, action2.run]));
function rehearse(input) {
  const workflows = workflowsOf(input.repository);
  const defaultBranch = input.facts.defaultBranch ?? namedBranch([...workflows.values()]);
  const facts = { ...input.facts, defaultBranch };
  return storiesOf([...workflows.values()], defaultBranch).map((tell) => {
    const stage = stageFor(input.repository, workflows, facts, newNames());
    const story = tell({ names: stage.names, files: baseOf(input.repository), defaultBranch, sha: input.sha });
    perform2(stage, story);
    return { label: story.label, world: stage.world, runs: stage.runs };
  });
}
function workflowsOf(repository) {
  const paths = repository.paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
  return new Map(
    paths.flatMap((path) => {
      const source = repository.read(path);
      return source ? [[path, readWorkflow(path, textOfSource(source))]] : [];
    })
  );
}
function namedBranch(workflows) {
  const named = workflows.flatMap(
    (workflow) => workflow.triggers.flatMap((trigger) => trigger.branches?.patterns.map((one) => one.value) ?? [])
  );
  return !named.includes("main") && named.includes("master") ? "master" : "main";
}
function stageFor(repository, workflows, facts, names2) {
  return {
    world: newWorld(names2, facts),
    names: names2,
    repository,
    workflows,
    commands: commandTable,
    actions: actionTable,
    runs: []
  };
}
function perform2(stage, story) {
  const called = new Set(
    [...stage.workflows.values()].flatMap(
      (workflow) => workflow.jobs.flatMap((job) => job.uses ? [job.uses.value.replace(/^[.$]\//, "")] : [])
    )
  );
  for (const event of story.events) {
    const started = [...stage.workflows.values()].flatMap((workflow) => {
      if (event.occasion.event === "workflow_call" && called.has(workflow.path)) return [];
      return start(stage, workflow, event);
    });
    startFollowers(stage, event, started, 3);
  }
}
function start(stage, workflow, event) {
  const trigger = workflow.triggers.find((one) => firesOn(one, event) !== "no");
  const fires = trigger && firesOn(trigger, event);
  if (!fires || fires === "no") return [];
  const when = fires === "yes" ? always : assuming(always, fires.condition, true);
  return [
    { workflow, when, runs: runsOf(runWorkflow(stage, workflow, event, inputsOf(stage, workflow, event), [], when)) }
  ];
}
var runsOf = (results) => [...results.values()].flatMap((result) => result.runs);
function inputsOf(stage, workflow, event) {
  if (event.occasion.event === "workflow_dispatch") return dispatchInputs(stage, workflow);
  if (event.occasion.event !== "workflow_call") return nullValue;
  const trigger = workflow.triggers.find((one) => one.event === "workflow_call");
  return objectValue(
    [...trigger?.inputs.keys() ?? []].map(
      (name) => [name, unknownValue(stage.names, `${workflow.path}:inputs.${name}`, `inputs.${name}`)]
    )
  );
}
function startFollowers(stage, event, started, levels) {
  if (levels === 0 || started.length === 0) return;
  const next = [...stage.workflows.values()].flatMap((workflow) => {
    const trigger = workflow.triggers.find((one) => one.event === "workflow_run");
    if (!trigger || !passes(trigger.branches, event.occasion.ref.replace(/^refs\/(?:heads|tags)\//, ""))) return [];
    const awaited = started.filter(
      (one) => trigger.workflows.some((name) => name.value === (one.workflow.name?.value ?? one.workflow.path))
    );
    if (awaited.length === 0) return [];
    const occasion = {
      ...event.occasion,
      event: "workflow_run",
      label: `${awaited[0]?.workflow.name?.value ?? "a workflow"} after ${event.occasion.label}`
    };
    const when = new Map(awaited.flatMap((one) => [...one.when]));
    const after = awaited.flatMap((one) => one.runs);
    const results = runWorkflow(stage, workflow, { ...event, occasion }, nullValue, after, when);
    return [{ workflow, when, runs: runsOf(results) }];
  });
  startFollowers(stage, event, next, levels - 1);
}

// src/rule.ts
var rule = (definition) => definition;

// src/world/delivery.ts
function orderOf(push2, pull) {
  if (push2.run === pull.run) return push2.order < pull.order ? "before" : "after";
  if (endsBefore(push2.run, pull.run)) return "before";
  return endsBefore(pull.run, push2.run) ? "after" : "unordered";
}
var sameOccasion = (a, b) => a.commit === b.commit && a.ref === b.ref && startedBy(a) === startedBy(b);
var startedBy = (occasion) => occasion.event === "workflow_run" ? "push" : occasion.event;

// src/source/distance.ts
function oneEditApart(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start2 = 0;
  while (start2 < a.length && start2 < b.length && a[start2] === b[start2]) start2 += 1;
  let end = 0;
  while (end < a.length - start2 && end < b.length - start2 && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const left = a.slice(start2, a.length - end);
  const right = b.slice(start2, b.length - end);
  return Math.max(left.length, right.length) <= 1 || left.length === 2 && right === `${left[1]}${left[0]}`;
}

// src/world/supply.ts
function supplyOf(world, pull) {
  const { reference } = pull;
  const seen = eventsOf(world, "push").filter((push2) => seenUnder(pull.when, push2.when) !== "impossible");
  const named = seen.map((push2) => ({ push: push2, name: compare(push2.reference.name, reference.name) }));
  const pushes = named.filter(({ name }) => name === "same").map(({ push: push2 }) => push2);
  const matching = pushes.filter((push2) => carries(push2, pull) === "same");
  const perhaps = seen.some((push2) => nameMayBe(push2, pull) && carries(push2, pull) !== "different");
  return {
    pushes,
    matching,
    maybe: matching.length === 0 && (perhaps || opaqueMayPush(world, pull) || pushedInAnotherStory(world, pull))
  };
}
var nameMayBe = (push2, pull) => compare(push2.reference.name, pull.reference.name) !== "different" || push2.reference.open;
function carries(push2, pull) {
  const { digest } = pull.reference;
  if (digest) return compare(push2.image.digest, digest.value) === "same" ? "same" : "unknown";
  if (push2.reference.open || pull.reference.open) return "unknown";
  return compare(tagOf(push2), tagOf(pull));
}
var tagOf = (event) => event.reference.tag?.value ?? defaultTag;
function opaqueMayPush(world, pull) {
  const component = lastComponent(pull.reference.name);
  return eventsOf(world, "opaque").some(
    (step) => seenUnder(pull.when, step.when) !== "impossible" && (step.anything || step.about.some((text) => text.value.includes(component)))
  );
}
var pushedInAnotherStory = (world, pull) => world.elsewhere.some((other) => other.name.test(pull.reference.name) && other.tag.test(tagOf(pull)));
function nearMisses(world, pull) {
  const wanted = pull.reference;
  const like = eventsOf(world, "push").filter((push2) => {
    if (seenUnder(pull.when, push2.when) === "impossible" || compare(push2.reference.name, wanted.name) !== "different")
      return false;
    return lastComponent(push2.reference.name) === lastComponent(wanted.name) || oneEditApart(push2.reference.name, wanted.name);
  });
  return [...new Map(like.map((push2) => [push2.reference.text.value, push2])).values()];
}

// src/world/telling.ts
function nameOfPod(world, pull) {
  return `container "${show(world.names, pull.container)}" of ${nameOfObject(world, pull)}`;
}
function nameOfObject(world, pull) {
  const { object } = pull;
  const name = show(world.names, object.name?.value ?? "");
  const namespace = object.namespace ? `${show(world.names, object.namespace.value)}/` : "";
  return `${object.kind} ${namespace}${name}`;
}
function decisivePlace(world, text) {
  let start2 = 0;
  for (const piece of text.pieces) {
    if (isOfThisRun(world.names, text.value.slice(start2, piece.end))) return originOf(piece);
    start2 = piece.end;
  }
  const only = text.pieces.length === 1 ? text.pieces[0] : void 0;
  return only && only.via.length > 0 ? originOf(only) : placeOf(text);
}
var noteOfPush = (world, push2) => ({
  at: push2.reference.tag && push2.reference.tag.value !== "" ? decisivePlace(world, push2.reference.tag) : push2.at,
  message: `pushes ${show(world.names, push2.reference.text.value)}`
});
function trailOf(pull) {
  return pull.reference.text.pieces.flatMap((piece) => [
    { at: piece.at, message: "the container asks for it here" },
    ...piece.via.map((at2) => ({ at: at2, message: "it comes through here" }))
  ]);
}
function listed2(items, most = 4) {
  const shown2 = items.slice(0, most);
  const rest = items.length - shown2.length;
  if (rest > 0) return `${shown2.join(", ")} and ${rest} more`;
  return shown2.length < 2 ? shown2.join("") : `${shown2.slice(0, -1).join(", ")} and ${shown2.at(-1)}`;
}

// src/rules/deploy-before-build.ts
var deployBeforeBuild = rule({
  id: "deploy-before-build",
  summary: "a deploy that nothing makes wait for the build it depends on",
  severity: "error",
  seen: "ImagePullBackOff until the build is done, or the old image",
  on: "pull",
  *check(pull, world) {
    const pushes = supplyOf(world, pull).matching.filter((push3) => sameOccasion(push3.run.occasion, pull.run.occasion));
    const [push2] = pushes;
    if (!push2 || pull.run.implied || pushes.some((one) => orderOf(one, pull) === "before")) return;
    const severity = severityOf(world, pull, push2);
    if (!severity) return;
    const image2 = show(world.names, pull.reference.text.value);
    yield {
      at: pull.run.at,
      message: `the job ${pull.run.job} deploys ${image2} to ${nameOfObject(world, pull)}, and ${relation(pull, push2)}`,
      because: [
        ...pushes.map((one) => noteOfPush(world, one)),
        { at: pull.at, message: "the image is asked for here" }
      ],
      help: advice(pull, push2),
      severity
    };
  }
});
function severityOf(world, pull, push2) {
  if (orderOf(push2, pull) === "after") return "error";
  if (!isOfThisRun(world.names, tagOf(pull))) return "error";
  const waits = eventsOf(world, "wait").some(
    (wait) => wait.run === pull.run && wait.order > pull.order && seenUnder(pull.when, wait.when) === "certain"
  );
  return waits ? "error" : "warning";
}
function relation(pull, push2) {
  if (push2.run === pull.run) return "pushes that image only afterwards";
  if (orderOf(push2, pull) === "after")
    return `the job ${push2.run.job}, which pushes that image, starts only when it is done`;
  return `nothing makes it wait for the job ${push2.run.job}, which pushes that image`;
}
function advice(pull, push2) {
  if (push2.run === pull.run) return "move the push in front of the deploy";
  if (push2.run.path === pull.run.path)
    return `add needs: ${push2.run.job.replace(/ \(.*/, "")} to the job ${pull.run.job}`;
  return `start the deploy with workflow_run when ${push2.run.path} has completed, or put both jobs into one workflow`;
}

// src/rules/deploy-despite-failed-build.ts
var deployDespiteFailedBuild = rule({
  id: "deploy-despite-failed-build",
  summary: "a deploy that runs although the build it needs has failed",
  severity: "error",
  seen: "ImagePullBackOff: … not found, or the old image",
  on: "pull",
  *check(pull, world) {
    for (const push2 of supplyOf(world, pull).matching) {
      const at2 = despite(pull, push2);
      if (!at2) continue;
      yield {
        at: at2,
        message: `this condition lets ${show(world.names, pull.reference.text.value)} be deployed to ${nameOfObject(world, pull)} although ${push2.run === pull.run ? "the step that pushes it" : `the job ${push2.run.job}, which pushes it,`} has failed`,
        because: [noteOfPush(world, push2), { at: pull.at, message: "the image is asked for here" }],
        help: push2.run === pull.run ? "drop the status function, or test the outcome of the build step as well" : `test the result as well: needs.${push2.run.job.replace(/ \(.*/, "")}.result == 'success'`
      };
      return;
    }
  }
});
function despite(pull, push2) {
  if (push2.run === pull.run) return push2.order < pull.order && push2.step !== pull.step ? pull.step?.despite : void 0;
  return pull.run.despite.find(({ failed: failed2 }) => failed2.includes(push2.run))?.at;
}

// src/documents/kubernetes.ts
var groupOf = (apiVersion) => apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
var inTemplate = ["spec", "template"];
var templatePaths = {
  "": { Pod: [], PodTemplate: ["template"], ReplicationController: inTemplate },
  apps: { Deployment: inTemplate, ReplicaSet: inTemplate, StatefulSet: inTemplate, DaemonSet: inTemplate },
  extensions: { Deployment: inTemplate, ReplicaSet: inTemplate, DaemonSet: inTemplate },
  batch: { Job: inTemplate, CronJob: ["spec", "jobTemplate", ...inTemplate] },
  "apps.openshift.io": { DeploymentConfig: inTemplate },
  "argoproj.io": { Rollout: inTemplate },
  "serving.knative.dev": { Service: inTemplate, Configuration: inTemplate, Revision: [] },
  "apps.kruise.io": {
    CloneSet: inTemplate,
    StatefulSet: inTemplate,
    DaemonSet: inTemplate,
    BroadcastJob: inTemplate,
    AdvancedCronJob: [...inTemplate, "jobTemplate", ...inTemplate]
  },
  "keda.sh": { ScaledJob: ["spec", "jobTargetRef", "template"] }
};
var workloadKinds = new Set(Object.values(templatePaths).flatMap(Object.keys));
function podTemplateOf(object) {
  const path = templatePaths[groupOf(object.apiVersion)]?.[object.kind];
  const template = path && at(object.root, ...path);
  const spec = at(template, "spec");
  return spec?.kind === "map" ? { metadata: at(template, "metadata"), spec } : void 0;
}
var containerLists = [
  ["init", "initContainers"],
  ["container", "containers"],
  ["ephemeral", "ephemeralContainers"]
];
var containersOf = (spec) => containerLists.flatMap(
  ([kind, key]) => itemsOf(spec, key).map((node) => ({
    kind,
    name: textOf(node, "name"),
    image: textOf(node, "image"),
    imagePullPolicy: textOf(node, "imagePullPolicy"),
    node
  }))
);

// src/documents/targets.ts
var kinds = {
  pod: "Pod",
  po: "Pod",
  deployment: "Deployment",
  deploy: "Deployment",
  replicaset: "ReplicaSet",
  rs: "ReplicaSet",
  statefulset: "StatefulSet",
  sts: "StatefulSet",
  daemonset: "DaemonSet",
  ds: "DaemonSet",
  job: "Job",
  cronjob: "CronJob",
  cj: "CronJob",
  replicationcontroller: "ReplicationController",
  rc: "ReplicationController",
  rollout: "Rollout",
  deploymentconfig: "DeploymentConfig",
  dc: "DeploymentConfig",
  service: "Service",
  svc: "Service",
  configmap: "ConfigMap",
  cm: "ConfigMap",
  secret: "Secret",
  namespace: "Namespace",
  ns: "Namespace",
  serviceaccount: "ServiceAccount",
  sa: "ServiceAccount",
  ingress: "Ingress",
  ing: "Ingress",
  persistentvolumeclaim: "PersistentVolumeClaim",
  pvc: "PersistentVolumeClaim",
  horizontalpodautoscaler: "HorizontalPodAutoscaler",
  hpa: "HorizontalPodAutoscaler"
};
function kindNamed(word) {
  if (holdsUnknown(word)) return void 0;
  const resource = word.toLowerCase().split(".")[0];
  const singular = resource.endsWith("sses") ? resource.slice(0, -2) : resource.replace(/s$/, "");
  return kinds[resource] ?? kinds[singular] ?? word;
}
function parseTarget(text) {
  const slash = text.value.indexOf("/");
  if (slash < 0) return { kind: kindNamed(text.value), name: void 0 };
  return { kind: kindNamed(text.value.slice(0, slash)), name: slice(text, slash + 1) };
}

// src/world/pods.ts
function podSpecAt(node) {
  return {
    node,
    nodeSelector: textsOf(at(node, "nodeSelector")),
    architectures: architecturesOf(node),
    tolerations: itemsOf(node, "tolerations").map(tolerationOf),
    pullSecrets: itemsOf(node, "imagePullSecrets").flatMap((item2) => textOf(item2, "name") ?? []),
    serviceAccount: textOf(node, "serviceAccountName") ?? textOf(node, "serviceAccount")
  };
}
var textsOf = (map) => new Map(
  entriesOf(map).flatMap(
    ({ key, value: value3 }) => value3?.kind === "scalar" ? [[key.text.value, value3.text]] : []
  )
);
var architectureLabels = ["kubernetes.io/arch", "beta.kubernetes.io/arch"];
function architecturesOf(spec) {
  const selector = at(spec, "nodeSelector");
  const selected = architectureLabels.map((label) => textOf(selector, label)).find(Boolean);
  if (selected) return [asked(selected)];
  const terms = itemsOf(
    spec,
    "affinity",
    "nodeAffinity",
    "requiredDuringSchedulingIgnoredDuringExecution",
    "nodeSelectorTerms"
  ).map(architecturesOfTerm);
  return terms.length > 0 && terms.every((term) => term !== void 0) ? terms.flat() : void 0;
}
var asked = (text) => ({ architecture: text.value, at: placeOf(text) });
function architecturesOfTerm(term) {
  const expression = itemsOf(term, "matchExpressions").find(
    (one) => architectureLabels.includes(textOf(one, "key")?.value ?? "") && textOf(one, "operator")?.value === "In"
  );
  return expression && itemsOf(expression, "values").flatMap((value3) => value3.kind === "scalar" ? asked(value3.text) : []);
}
var tolerationOf = (node) => ({
  key: textOf(node, "key")?.value,
  operator: textOf(node, "operator")?.value,
  value: textOf(node, "value")?.value,
  effect: textOf(node, "effect")?.value
});

// src/world/same-object.ts
function sameObject(a, b) {
  const kinds2 = a.kind === void 0 || b.kind === void 0 ? "unknown" : a.kind === b.kind ? "same" : "different";
  return all([kinds2, sameText(a, b, a.name, b.name), sameText(a, b, a.namespace, b.namespace), sameCluster2(a, b)]);
}
var sameCluster2 = (a, b) => a.cluster.provider && b.cluster.provider && a.cluster.provider !== b.cluster.provider ? "different" : sameText(a, b, a.cluster.name, b.cluster.name);
function sameText(a, b, left, right) {
  if (left && right) return compare(left.value, right.value);
  return !left && !right && a.run === b.run ? "same" : "unknown";
}
var all = (answers) => answers.includes("different") ? "different" : answers.includes("unknown") ? "unknown" : "same";

// src/world/pulls.ts
function pullsOf(world) {
  const runs = /* @__PURE__ */ new Map();
  for (const event of world.events) {
    if (event.kind !== "apply" && event.kind !== "set-image") continue;
    const pulls = runs.get(event.run) ?? /* @__PURE__ */ new Map();
    runs.set(event.run, pulls);
    const key = keyOf2(addressOf(event));
    for (const other of key === hidden2 ? pulls.keys() : [key, hidden2])
      pulls.set(
        other,
        (pulls.get(other) ?? []).filter((pull) => !supersedes(event, pull))
      );
    const made2 = event.kind === "apply" ? pullsOfApply(event) : pullsOfSetImage(event, world);
    pulls.set(key, [...pulls.get(key) ?? [], ...made2]);
  }
  const found = [...runs.values()].flatMap((pulls) => [...pulls.values()].flat());
  return found.sort((a, b) => a.order - b.order);
}
var keyOf2 = ({ kind, name }) => kind === void 0 || !name || holdsUnknown(name.value) ? hidden2 : `${kind}/${name.value}`;
var hidden2 = "";
function supersedes(event, pull) {
  if (seenUnder(pull.when, event.when) === "impossible") return false;
  if (event.kind === "apply" && !(event.object.name && pull.object.name)) return false;
  if (sameObject(addressOf(event), addressOf(pull.apply)) === "different") return false;
  return event.kind === "apply" ? event !== pull.apply : mayBe(event.container, pull.container);
}
var mayBe = (container, name) => container.value === "*" || name === "*" || compare(container.value, name) !== "different";
function addressOf(event) {
  const { run: run2, cluster } = event;
  if (event.kind === "set-image") return { run: run2, cluster, namespace: event.namespace, ...parseTarget(event.target) };
  const { kind, name, namespace } = event.object;
  return { run: run2, cluster, namespace, kind, name };
}
function pullsOfApply(apply) {
  const spec = podTemplateOf(apply.object)?.spec;
  if (!spec) return [];
  return containersOf(spec).flatMap(({ name, image: image2, imagePullPolicy }) => {
    if (!image2?.value) return [];
    const policy = { written: imagePullPolicy, effective: policyOf(imagePullPolicy, image2) };
    return pullOf(apply, apply, name?.value ?? "", image2, policy);
  });
}
var pullOf = (cause, apply, container, image2, policy) => {
  const { order: order2, run: run2, step, when, cluster } = cause;
  const { object } = apply;
  const pod = podSpecAt(podTemplateOf(object)?.spec ?? emptyMap);
  const reference = parseImageReference(image2);
  return {
    kind: "pull",
    order: order2,
    run: run2,
    step,
    when,
    at: placeOf(image2),
    cluster,
    object,
    apply,
    container,
    reference,
    policy,
    pod
  };
};
var emptyMap = { kind: "map", within: { value: "", pieces: [] }, start: 0, end: 0, entries: [] };
function policyOf(written2, image2) {
  if (written2?.value) {
    const { value: value3 } = written2;
    return value3 === "Always" || value3 === "IfNotPresent" || value3 === "Never" ? value3 : void 0;
  }
  const { tag, digest, open } = parseImageReference(image2);
  if (!tag && !digest) return open || holdsUnknown(image2.value) ? void 0 : "Always";
  const latest = compare(tag?.value ?? "", defaultTag);
  return latest === "unknown" ? void 0 : latest === "same" ? "Always" : "IfNotPresent";
}
function pullsOfSetImage(event, world) {
  if (!event.image.value) return [];
  const object = liveObject(event, world);
  const spec = object && podTemplateOf(object)?.spec;
  const containers = spec ? containersOf(spec).filter((one) => isMeant(event.container, one)) : [];
  const apply = {
    ...{ order: event.order, run: event.run, step: event.step, when: event.when, at: event.at, cluster: event.cluster },
    kind: "apply",
    by: "set",
    object: object ?? namedOnly(event),
    set: { label: "kubectl set image", complete: false, namespace: event.namespace }
  };
  if (containers.length === 0) {
    return [pullOf(event, apply, event.container.value, event.image, { written: void 0, effective: void 0 })];
  }
  return containers.map(({ name, image: image2, imagePullPolicy: written2 }) => {
    const policy = { written: written2, effective: image2 && policyOf(written2, image2) };
    return pullOf(event, apply, name?.value ?? "", event.image, policy);
  });
}
var isMeant = (container, { kind, name }) => container.value === "*" ? kind !== "ephemeral" : name !== void 0 && compare(container.value, name.value) === "same";
function liveObject(event, world) {
  const wanted = addressOf(event);
  if (!wanted.kind || !wanted.name || holdsUnknown(wanted.name.value)) return void 0;
  let best;
  for (const apply of world.events) {
    if (apply.kind !== "apply" || apply.by === "set" || apply.object.kind !== wanted.kind) continue;
    if (apply.object.name?.value !== wanted.name.value) continue;
    const same = sameObject(wanted, addressOf(apply));
    if (same === "different" || seenUnder(event.when, apply.when) === "impossible") continue;
    const rank = (apply.run === event.run && apply.order < event.order ? 8 : 0) + (same === "same" ? 4 : 0) + (apply.run.occasion === event.run.occasion ? 2 : 0) + (apply.order < event.order ? 1 : 0);
    if (!best || rank >= best.rank) best = { apply, rank };
  }
  return best?.apply.object;
}
function namedOnly(event) {
  const { kind, name } = parseTarget(event.target);
  const { namespace } = event;
  return { apiVersion: "apps/v1", kind: kind ?? "", name, namespace, root: emptyMap, uncertain: true };
}

// src/rules/image-name-uppercase.ts
var imageNameUppercase = rule({
  id: "image-name-uppercase",
  summary: "an image name with upper-case letters, which no registry takes",
  severity: "error",
  seen: "InvalidImageName; in a build: repository name must be lowercase",
  on: "world",
  *check(world) {
    for (const push2 of eventsOf(world, "push")) yield* upperCaseIn(world, push2, "the push is refused");
    for (const pull of pullsOf(world)) yield* upperCaseIn(world, pull, "its pods end in InvalidImageName");
  }
});
function* upperCaseIn(world, { reference }, outcome) {
  const { value: value3 } = reference.written;
  const path = reference.registryWritten ? value3.indexOf("/") + 1 : 0;
  const upper2 = value3.slice(path).search(/[A-Z]/);
  const piece = upper2 < 0 ? void 0 : pieceAt(reference.written, path + upper2);
  if (!piece) return;
  yield {
    at: originOf(piece),
    message: `the image name ${show(world.names, value3)} has an upper-case letter: ${outcome}`,
    because: reference.text.pieces.map(({ at: at2 }) => ({
      at: at2,
      message: `becomes ${show(world.names, reference.text.value)} here`
    })),
    help: "lower it on the way: docker/metadata-action does so, and in bash ${name,,} does"
  };
}

// src/rules/image-pull-policy-never.ts
var imagePullPolicyNever = rule({
  id: "image-pull-policy-never",
  summary: "imagePullPolicy: Never on a pod whose image no node has",
  severity: "error",
  seen: "ErrImageNeverPull: container image is not present with pull policy of Never",
  on: "pull",
  *check(pull, world) {
    const { written: written2, effective } = pull.policy;
    if (effective !== "Never" || !written2 || pull.cluster.provider === "local") return;
    const cloud = pull.cluster.provider !== void 0;
    if (!cloud && pull.run.implied && world.facts.cloudVariants.has(written2.pieces[0]?.at.source.path ?? "")) return;
    const image2 = show(world.names, pull.reference.text.value);
    yield {
      at: placeOf(written2),
      message: `${nameOfPod(world, pull)} may never pull ${image2}, and ${cloud ? "nothing puts it on the nodes of this cluster" : "only a cluster on your own machine has it"}`,
      because: [
        ...pull.cluster.at.source.path && !pull.run.implied ? [
          {
            at: pull.cluster.at,
            message: cloud ? `connects to ${clusterName(world, pull)}` : "connects to a cluster of unknown kind"
          }
        ] : [],
        { at: pull.at, message: `the image is ${image2}` }
      ],
      help: "use imagePullPolicy: IfNotPresent (or leave it out) with an image in a registry; keep Never for kind or minikube, in a manifest of its own",
      ...cloud ? {} : { severity: "warning" }
    };
  }
});
var clusterName = (world, pull) => pull.cluster.name ? `the ${pull.cluster.provider?.toUpperCase()} cluster ${show(world.names, pull.cluster.name.value)}` : `a ${pull.cluster.provider?.toUpperCase()} cluster`;

// src/world/official-images.ts
var names = "adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita buildpack-deps busybox caddy cassandra centos chronograf cirros clearlinux clefos clickhouse clojure composer consul convertigo couchbase couchdb crate crux dart debian docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang express-gateway fedora flink fluentd friendica gazebo gcc geonetwork ghost glassfish golang gradle groovy haproxy haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes ibmjava influxdb irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway kapacitor kibana known kong krakend lightstreamer liquibase logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node notary nuxeo odoo open-liberty openjdk opensuse oraclelinux orientdb owncloud percona perl photon php php-zendserver phpmyadmin piwik plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star rails rapidoid redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas sl solr sonarqube sourcemage spark spiped storm swift swipl telegraf thrift tomcat tomee traefik ubuntu ubuntu-debootstrap ubuntu-upstart unit valkey varnish vault websphere-liberty wordpress xwiki yourls znc zookeeper pause kong-gateway";
var official = new Set(names.split(" "));
var isOfficialImage = (name) => official.has(name);

// src/rules/image-registry-missing.ts
var imageRegistryMissing = rule({
  id: "image-registry-missing",
  summary: "an image of one bare word that only a local Docker daemon has",
  severity: "error",
  seen: "ImagePullBackOff: docker.io/library/… pull access denied, repository does not exist",
  on: "pull",
  *check(pull, world) {
    const name = pull.reference.written.value;
    if (pull.reference.registryWritten || name.includes("/") || holdsUnknown(name) || isOfficialImage(name)) return;
    if (pull.cluster.provider === "local" || pull.policy.effective === "Never") return;
    const built = builtHere(world, pull);
    if (built.length === 0 && pull.run.implied) return;
    const proven = built.length > 0 && !pull.run.implied && pull.cluster.provider !== void 0;
    yield {
      at: placeOf(pull.reference.text),
      message: `${nameOfPod(world, pull)} asks for ${show(world.names, pull.reference.text.value)}, which means docker.io/library/${show(world.names, name)}: ${built.length > 0 ? "the image built here under that name is not there" : "no Docker Official Image is called so"}`,
      because: [...built, ...trailOf(pull)],
      help: `push the image to a registry and name it in full: <registry>/${show(world.names, name)}`,
      ...proven ? {} : { severity: "warning" }
    };
  }
});
var builtHere = (world, pull) => eventsOf(world, "build").flatMap(
  (build2) => build2.references.filter((reference) => reference.name === pull.reference.name).map((reference) => ({
    at: placeOf(reference.text),
    message: `builds ${show(world.names, reference.text.value)}, on this machine alone`
  }))
);

// src/rules/image-repository-mismatch.ts
var imageRepositoryMismatch = rule({
  id: "image-repository-mismatch",
  summary: "an image that is pushed under one name and deployed under another",
  severity: "error",
  seen: "ImagePullBackOff: … not found, or pull access denied",
  on: "pull",
  *check(pull, world) {
    const { pushes, maybe: maybe2 } = supplyOf(world, pull);
    if (pushes.length > 0 || maybe2 || pull.reference.digest || officialImage(pull)) return;
    const near = nearMisses(world, pull).filter((push2) => meantToBe(world, pull, push2));
    const nearest2 = near[0];
    if (!nearest2) return;
    const wanted = show(world.names, pull.reference.name);
    const pushed = show(world.names, nearest2.reference.name);
    yield {
      at: decisivePlace(world, pull.reference.written),
      message: `${nameOfPod(world, pull)} asks for ${wanted}, which nothing here pushes; this repository pushes ${pushed}`,
      because: [...near.map((push2) => noteOfPush(world, push2)), ...trailOf(pull)],
      help: `deploy ${pushed}, or push to ${wanted}`,
      ...pull.run.implied ? { severity: "warning" } : {}
    };
  }
});
var officialImage = (pull) => pull.reference.name.startsWith("docker.io/library/");
function meantToBe(world, pull, push2) {
  const tag = tagOf(pull);
  const sameTag = compare(tag, tagOf(push2)) === "same";
  if (isOfThisRun(world.names, tag)) return true;
  const sameRegistry = compare(push2.reference.registry ?? "", pull.reference.registry ?? "") === "same";
  return sameTag && sameRegistry && oneEditApart(push2.reference.name, pull.reference.name);
}

// src/rules/image-tag-mismatch.ts
var imageTagMismatch = rule({
  id: "image-tag-mismatch",
  summary: "a deployed tag that no build of this repository pushes",
  severity: "error",
  seen: "ImagePullBackOff: … not found",
  on: "pull",
  *check(pull, world) {
    const { pushes, matching, maybe: maybe2 } = supplyOf(world, pull);
    if (pull.reference.digest || pushes.length === 0 || matching.length > 0 || maybe2) return;
    const tag = tagOf(pull);
    if (!isOfThisRun(world.names, tag) && pushes.some((push2) => likesOf(world.names, tagOf(push2)).test(tag))) return;
    const wanted = `:${show(world.names, tag)}`;
    const tags = [...new Set(pushes.map((push2) => `:${show(world.names, tagOf(push2))}`))];
    const doubtful = pull.run.implied || /^v?\d+[.\d]/.test(tag);
    yield {
      at: decisivePlace(world, pull.reference.tag ?? pull.reference.text),
      message: `${nameOfPod(world, pull)} asks for ${show(world.names, pull.reference.name)}${wanted}, but what is pushed there is ${listed2(tags)}`,
      because: [...pushes.map((push2) => noteOfPush(world, push2)), ...trailOf(pull)],
      help: `let the build push ${wanted}, or deploy ${tags.length === 1 ? tags[0] : "a tag that is pushed"}`,
      ...doubtful ? { severity: "warning" } : {}
    };
  }
});

// src/rules/manifest-local-in-cloud.ts
var manifestLocalInCloud = rule({
  id: "manifest-local-in-cloud",
  summary: "a cloud deploy that applies the local variant of a manifest",
  severity: "error",
  seen: "ErrImageNeverPull, or ImagePullBackOff on a bare image name",
  on: "pull",
  *check(pull, world) {
    const { provider, name } = pull.cluster;
    const place = placeOf(pull.reference.text);
    const cloudVariant = world.facts.cloudVariants.get(place.source.path);
    if (!cloudVariant || provider === void 0 || provider === "local" || pull.run.implied || !needsLocalImage(pull))
      return;
    const cluster = name ? `the ${provider.toUpperCase()} cluster ${show(world.names, name.value)}` : `an ${provider.toUpperCase()} cluster`;
    yield {
      at: pull.apply.at,
      message: `this applies ${place.source.path}, the local variant of ${nameOfObject(world, pull)}, to ${cluster}; ${cloudVariant} lies beside it`,
      because: [
        { at: place, message: `asks for ${show(world.names, pull.reference.text.value)}, which no registry has` }
      ],
      help: `apply ${cloudVariant} instead`
    };
  }
});
var needsLocalImage = (pull) => pull.policy.effective === "Never" || !pull.reference.written.value.includes("/");

// src/rules/permission-packages-write-missing.ts
var permissionPackagesWriteMissing = rule({
  id: "permission-packages-write-missing",
  summary: "a push to GHCR with a GITHUB_TOKEN that may not write packages",
  severity: "error",
  seen: "403 Forbidden: permission_denied: write_package",
  on: "push",
  *check(push2, world) {
    if (push2.reference.registry !== "ghcr.io" || push2.login?.credential !== "github-token") return;
    const { permissions } = push2.run;
    const access = accessTo(permissions, "packages");
    if (access === "write") return;
    const image2 = show(world.names, push2.reference.text.value);
    const login = { at: push2.login.at, message: "logs in to ghcr.io with GITHUB_TOKEN" };
    if (permissions.kind === "absent") {
      yield {
        at: push2.at,
        message: `the job ${push2.run.job} pushes ${image2} with GITHUB_TOKEN, and no permissions block says that it may`,
        because: [
          login,
          { at: push2.run.at, message: "the job states no permissions; a repository of today gives it packages: read" }
        ],
        help: "give the job permissions: packages: write (and contents: read), unless the repository lets workflows write by default",
        severity: "warning"
      };
      return;
    }
    yield {
      at: permissions.scopes.get("packages")?.at ?? permissions.at,
      message: `these permissions leave GITHUB_TOKEN with packages: ${access}, but the job ${push2.run.job} pushes ${image2} with it`,
      because: [noteOfPush(world, push2), login],
      help: "add packages: write to these permissions; a block gives nothing that it does not name"
    };
  }
});

// src/world/rollout.ts
var lasting = /* @__PURE__ */ new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "DeploymentConfig",
  "Rollout"
]);
function firstRollout(world, pull) {
  if (pull.run.occasion.commit !== 2 || pull.run.implied || !lasting.has(pull.object.kind) || pull.apply.by === "create")
    return void 0;
  return pullsOf(world).find(
    (other) => other.run.occasion.commit === 1 && other.run.occasion.event === pull.run.occasion.event && other.run.occasion.ref.startsWith("refs/tags/") === pull.run.occasion.ref.startsWith("refs/tags/") && other.run.path === pull.run.path && other.run.job === pull.run.job && other.container === pull.container && other.object.kind === pull.object.kind && other.object.name?.value === pull.object.name?.value && other.object.namespace?.value === pull.object.namespace?.value
  );
}
function samePodTemplate(a, b) {
  if (a.apply.object.uncertain || b.apply.object.uncertain) return false;
  const [first, second] = [podTemplateOf(a.object), podTemplateOf(b.object)];
  if (!first || !second || a.reference.text.value !== b.reference.text.value) return false;
  const [one, other] = [first, second].map(({ metadata, spec }) => written(metadata) + written(spec));
  return one === other && !one?.includes(equalToNothing);
}
function written(node) {
  if (!node) return "null";
  if (node.kind === "scalar") return JSON.stringify(node.text.value);
  if (node.kind === "list") return `[${node.items.map(written).join()}]`;
  return `{${node.entries.map(({ key, value: value3 }) => `${key.text.value}:${written(value3)}`).join()}}`;
}
function restartsOf(world, pull) {
  const certain = [];
  let possible = false;
  for (const restart of eventsOf(world, "restart")) {
    if (restart.run.occasion.commit !== pull.run.occasion.commit) continue;
    const seen = seenUnder(pull.when, restart.when);
    const address = {
      run: restart.run,
      cluster: restart.cluster,
      namespace: restart.namespace,
      ...parseTarget(restart.target)
    };
    const { name, kind, namespace } = pull.object;
    const same = sameObject(address, { run: pull.run, cluster: pull.cluster, namespace, kind, name });
    const all2 = address.name === void 0 && (address.kind === void 0 || address.kind === kind);
    if (seen === "impossible" || same === "different" && !all2) continue;
    if (seen === "certain" && (same === "same" || all2)) certain.push(restart);
    else if (compare(address.name?.value ?? "", name?.value ?? "") !== "different" || all2) possible = true;
  }
  return { certain, possible };
}

// src/rules/rollout-not-triggered.ts
var rolloutNotTriggered = rule({
  id: "rollout-not-triggered",
  summary: "a new image under an old tag, and nothing that makes the pods take it",
  severity: "error",
  seen: "nothing: the old image keeps running",
  on: "pull",
  *check(pull, world) {
    const before2 = firstRollout(world, pull);
    if (!before2 || pull.reference.digest || !samePodTemplate(before2, pull)) return;
    const pushes = supplyOf(world, pull).matching.filter(
      (push2) => push2.run.occasion.commit === 2 && push2.when.size === pull.when.size
    );
    const first = pushes[0];
    if (!first) return;
    const restarts = restartsOf(world, pull);
    if (restarts.possible || restarts.certain.length > 0 && pull.policy.effective !== "IfNotPresent") return;
    const image2 = `${show(world.names, pull.reference.name)}:${show(world.names, tagOf(pull))}`;
    const cached = restarts.certain.length > 0;
    yield {
      at: placeOf(pull.reference.tag ?? pull.reference.text),
      message: cached ? `${nameOfObject(world, pull)} is restarted, but with imagePullPolicy IfNotPresent a node that has ${image2} keeps the old one` : `every build pushes ${image2} again, and the pod template of ${nameOfObject(world, pull)} stays the same, so no new pods are made`,
      because: [
        ...pushes.map((push2) => noteOfPush(world, push2)),
        ...deployedBy(world, pull),
        ...restarts.certain.map((restart) => ({ at: restart.at, message: "restarts the pods" }))
      ],
      help: cached ? "deploy a tag of its own for each commit, or set imagePullPolicy: Always" : "deploy a tag of its own for each commit (the sha), or run kubectl rollout restart after the apply"
    };
  }
});
var deployedBy = (world, pull) => [
  { at: pull.apply.at, message: `applies ${nameOfObject(world, pull)}` }
];

// src/rules/index.ts
var rules = [
  deployBeforeBuild,
  deployDespiteFailedBuild,
  imageNameUppercase,
  imagePullPolicyNever,
  imageRegistryMissing,
  imageRepositoryMismatch,
  imageTagMismatch,
  manifestLocalInCloud,
  permissionPackagesWriteMissing,
  rolloutNotTriggered
];

// src/ignore-comment.ts
var marker = /(#|\/\/|\{\{-?[ \t]*\/\*|<!--)[ \t]*(preflight:[ \t]*ignore\b(?:[ \t]*\[([^\]\r\n]*)\])?)([^\r\n]*)/;
var needle = "preflight:";
var known = /* @__PURE__ */ new WeakMap();
function ignoreCommentsIn(source) {
  const before2 = known.get(source);
  if (before2) return before2;
  const found = source.text.includes(needle) ? read4(source) : [];
  known.set(source, found);
  return found;
}
function read4(source) {
  const starts = linesOf(source);
  const found = [];
  for (let from = source.text.indexOf(needle); from >= 0; from = source.text.indexOf(needle, from)) {
    const on = positionAt(source, from).line;
    const start2 = starts[on - 1] ?? 0;
    const line = source.text.slice(start2, Math.min(starts[on] ?? source.text.length, start2 + longestLine));
    const match = marker.exec(line);
    if (match) found.push({ ...commentOf(match, source, start2), on, alone: line.slice(0, match.index).trim() === "" });
    from = starts[on] ?? source.text.length;
  }
  const standing = new Set(found.filter(({ alone }) => alone).map(({ on }) => on));
  return found.map(({ rules: rules2, why, at: at2, on, alone }) => ({ rules: rules2, why, at: at2, line: alone ? below(on, standing) : on }));
}
var longestLine = 2e3;
function commentOf(match, source, lineStart) {
  const [whole, opener = "", directive = "", ids, rest = ""] = match;
  const start2 = lineStart + match.index + whole.indexOf(directive, opener.length);
  return {
    rules: (ids ?? "").split(",").map((id) => id.trim()).filter((id) => id !== ""),
    why: rest.replace(/(?:\*\/[ \t]*-?\}\}|-->)[ \t]*$/, "").trim(),
    at: { source, start: start2, end: start2 + directive.length }
  };
}
function below(on, standing) {
  let line = on + 1;
  while (standing.has(line)) line += 1;
  return line;
}

// src/syntax/glob.ts
function matchesGlob(pattern, path) {
  const tokens = tokensOf(pattern);
  let reachable = new Uint8Array(path.length + 1);
  reachable[0] = 1;
  for (const token of tokens) reachable = advanced(token, reachable, path);
  return reachable[path.length] === 1;
}
function tokensOf(pattern) {
  const parts = pattern.match(/\*\*\/|\*+|\?|[^*?]+/g) ?? [];
  return parts.map((part, index) => {
    if (part === "**/") return { kind: startsSegment(parts, index) ? "directories" : "any" };
    if (part === "?") return { kind: "one" };
    if (part.startsWith("**")) return { kind: "any" };
    return part === "*" ? { kind: "some" } : { kind: "literal", text: part };
  });
}
var startsSegment = (parts, index) => index === 0 || (parts[index - 1]?.endsWith("/") ?? false);
function advanced(token, reachable, path) {
  const next = new Uint8Array(path.length + 1);
  let open = false;
  for (let index = 0; index <= path.length; index += 1) {
    if (token.kind === "literal") {
      if (reachable[index] && path.startsWith(token.text, index)) next[index + token.text.length] = 1;
    } else if (token.kind === "one") {
      if (reachable[index] && index < path.length && path[index] !== "/") next[index + 1] = 1;
    } else {
      open ||= reachable[index] === 1;
      const here = token.kind !== "directories" || reachable[index] === 1 || path[index - 1] === "/";
      if (open && here) next[index] = 1;
      if (token.kind === "some" && path[index] === "/") open = false;
    }
  }
  return next;
}

// src/suppress.ts
function applySuppressions(findings, sources, config, ruleIds = []) {
  const comments = commentsBySource(findings, sources);
  const used2 = /* @__PURE__ */ new Set();
  const usedIds = /* @__PURE__ */ new Set();
  const left = findings.filter((finding) => {
    const covering = commentsFor(finding, comments);
    const entries = config.ignore.filter((entry) => covers2(entry, finding));
    for (const comment of covering) usedIds.add(usedId(comment, finding.rule));
    for (const one of [...covering, ...entries]) used2.add(one);
    return covering.length === 0 && entries.length === 0;
  });
  const about = [
    ...[...comments.values()].flat().flatMap((comment) => aboutComment(comment, usedIds, ruleIds)),
    ...config.ignore.flatMap((entry) => aboutEntry(entry, used2.has(entry)))
  ];
  return [...left, ...withFingerprints(about)].flatMap((finding) => withSeverity(finding, config.rules.get(finding.rule))).sort(byPlace);
}
var usedId = (comment, rule2) => `${comment.at.source.path}\0${comment.at.start}\0${rule2}`;
function commentsBySource(findings, sources) {
  const pointedTo = findings.flatMap(({ at: at2, because }) => [at2.source, ...because.map((note) => note.at.source)]);
  return new Map([.../* @__PURE__ */ new Set([...sources, ...pointedTo])].map((source) => [source, ignoreCommentsIn(source)]));
}
function commentsFor({ rule: rule2, at: at2, because }, comments) {
  return [at2, ...because.map((note) => note.at)].flatMap((span) => {
    const line = lineOf(span);
    return (comments.get(span.source) ?? []).filter(
      ({ rules: rules2, line: covered }) => covered === line && rules2.includes(rule2)
    );
  });
}
var lineOf = ({ source, start: start2 }) => positionAt(source, start2).line;
var covers2 = ({ rule: rule2, path }, finding) => rule2 === finding.rule && (path === void 0 || matchesGlob(path, finding.at.source.path));
function aboutComment(comment, usedIds, ruleIds) {
  const { rules: rules2, at: at2, why } = comment;
  if (rules2.length === 0) return [needless(at2, "this ignore names no rule", "write ignore[rule-id] and the reason")];
  const idle = rules2.filter((rule2) => !usedIds.has(usedId(comment, rule2)));
  const unexplained = why === "" && idle.length < rules2.length ? [unexplainedAt(at2)] : [];
  return [
    ...idle.map((rule2) => needless(at2, `no finding of ${rule2} is silenced here${meant(rule2, ruleIds)}`)),
    ...unexplained
  ];
}
function meant(rule2, ruleIds) {
  if (ruleIds.length === 0 || ruleIds.includes(rule2)) return "";
  const near = nearest(rule2, ruleIds);
  return `; there is no such rule${near === void 0 ? "" : `, did you mean ${near}?`}`;
}
function aboutEntry({ rule: rule2, path, why, at: at2 }, used2) {
  if (!used2)
    return [needless(at2, `no finding of ${rule2}${path === void 0 ? "" : ` in ${path}`} is silenced by this`)];
  return why === void 0 ? [unexplainedAt(at2)] : [];
}
var needless = (at2, message, help = "remove it, so that it cannot hide the next mistake") => ({
  ...own,
  rule: "ignore-needless",
  at: at2,
  message,
  help
});
var unexplainedAt = (at2) => ({
  ...own,
  rule: "ignore-unexplained",
  at: at2,
  message: "this ignore does not say why",
  help: "write the reason behind the bracket, or as why: in the configuration"
});
var own = { severity: "warning", seen: "", because: [], fix: void 0 };
var withSeverity = (finding, override) => override === void 0 ? [finding] : override === "off" ? [] : [{ ...finding, severity: override }];

// src/verdict.ts
function judge(stories, rules2) {
  const found = /* @__PURE__ */ new Map();
  for (const story of stories) {
    const subjects = subjectsOf(story);
    for (const one of rules2) {
      for (const finding of ask(one, subjects, story.world)) {
        const key = `${finding.rule}\0${finding.at.source.path}\0${finding.at.start}\0${finding.at.end}`;
        const before2 = found.get(key);
        if (!before2 || !atLeast(before2.severity, finding.severity)) found.set(key, finding);
      }
    }
  }
  return withFingerprints([...found.values()]);
}
var subjectsOf = ({ world, runs }) => ({
  push: eventsOf(world, "push"),
  pull: pullsOf(world),
  login: eventsOf(world, "login"),
  release: eventsOf(world, "release"),
  job: runs,
  object: eventsOf(world, "apply"),
  world: [world]
});
function ask(one, subjects, world) {
  try {
    return problemsOf(one, subjects, world).flatMap((problem) => findingOf(one, problem));
  } catch (error) {
    return [internalError(one.id, error, placeIn(subjects))];
  }
}
var problemsOf = (one, subjects, world) => subjects[one.on].flatMap((subject) => [...one.check(subject, world)]);
function findingOf(one, problem) {
  if (problem.at.source.path === "") return [];
  const because = problem.because.filter(
    (note, index, all2) => note.at.source.path !== "" && isFirstAt(note, index, all2, problem.at)
  );
  return [
    {
      rule: one.id,
      severity: problem.severity ?? one.severity,
      message: problem.message,
      help: problem.help,
      seen: problem.seen ?? one.seen,
      at: problem.at,
      because: because.slice(0, mostNotes),
      fix: problem.fix,
      fingerprint: ""
    }
  ];
}
var mostNotes = 10;
var isFirstAt = (note, index, all2, own2) => !sameSpan(note.at, own2) && all2.findIndex((other) => sameSpan(other.at, note.at)) === index;
function internalError(id, error, at2) {
  const reason = error instanceof Error ? error.message : String(error);
  const severity = "warning";
  const message = `the rule ${id} failed: ${reason}`;
  const help = "please report this; every other rule was asked all the same";
  return { rule: "internal-error", severity, message, help, seen: "", at: at2, because: [], fix: void 0, fingerprint: "" };
}
var placeIn = (subjects) => {
  const run2 = subjects.job[0];
  return run2 ? topOf(run2.at.source) : nowhere;
};

// src/preflight.ts
function preflight(input) {
  const facts = factsOf(input);
  const stories = rehearse({ repository: input.repository, facts, sha: input.sha });
  return {
    findings: applySuppressions(judge(stories, rules), sourcesOf(input.repository), input.config),
    skipped: input.repository.skipped(),
    coverage: [...new Set(stories.flatMap((story) => [...story.world.notModelled.keys()]))],
    trace: { deliveries: [] }
  };
}
var sourcesOf = (repository) => repository.paths.flatMap(
  (path) => /\.ya?ml$|\.sh$|(?:^|\/)(?:Dockerfile|Makefile)[^/]*$/.test(path) ? repository.read(path) ?? [] : []
);
function factsOf(input) {
  return {
    repository: input.repositoryName,
    defaultBranch: input.defaultBranch,
    nodePools: [],
    clusters: input.config.clusters,
    externalImages: input.config.externalImages,
    cloudVariants: cloudVariantsOf(input.repository.paths)
  };
}
function cloudVariantsOf(paths) {
  const all2 = new Set(paths);
  const variants = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const named = /^(.*?)[.-](?:cloud|aks|eks|gke|prod|production)(\.ya?ml|\.json)$/.exec(path);
    const local = named && [`${named[1]}${named[2]}`, `${named[1]}.local${named[2]}`, `${named[1]}-local${named[2]}`].find(
      (one) => all2.has(one)
    );
    if (local) variants.set(local, path);
    const folder = /^((?:.*\/)?)(?:local|minikube|kind|dev-local)\/([^/]+)$/.exec(path);
    const beside = folder && ["cloud", "aks", "eks", "gke", "prod", "production"].map((name) => `${folder[1]}${name}/${folder[2]}`).find((one) => all2.has(one));
    if (beside) variants.set(path, beside);
  }
  return variants;
}

// src/report/report.ts
function reportOf(outcome, { failOn, minSeverity }) {
  const shown2 = outcome.findings.filter((finding) => atLeast(finding.severity, minSeverity));
  const fails = failOn !== "never" && outcome.findings.some((finding) => atLeast(finding.severity, failOn));
  return {
    ...outcome,
    verdict: fails ? "fail" : "pass",
    findings: shown2,
    counts: countsOf(outcome.findings),
    hidden: outcome.findings.length - shown2.length,
    failOn
  };
}
var reportOfInvalidConfig = (problems, failOn) => ({
  verdict: "config-invalid",
  findings: problems,
  counts: countsOf(problems),
  hidden: 0,
  failOn,
  skipped: [],
  coverage: [],
  trace: { deliveries: [] }
});
var countsOf = (findings) => ({
  error: findings.filter(({ severity }) => severity === "error").length,
  warning: findings.filter(({ severity }) => severity === "warning").length,
  notice: findings.filter(({ severity }) => severity === "notice").length
});
var countsInWords = ({ error, warning, notice }) => [[error, "error"], [warning, "warning"], [notice, "notice"]].filter(([count]) => count > 0).map(([count, name]) => plural(count, name)).join(", ");
var plural = (count, name) => `${count} ${name}${count === 1 ? "" : "s"}`;
function verdictInWords(report) {
  const counts = countsInWords(report.counts);
  const hidden3 = report.hidden > 0 ? ` (${report.hidden} not shown)` : "";
  if (report.verdict === "config-invalid") return `the configuration cannot be used: ${counts}`;
  if (report.verdict === "fail") return `${counts}${hidden3}: this delivery is not ready`;
  if (counts !== "") return `${counts}${hidden3}: nothing that fails this check${thresholdInWords(report.failOn)}`;
  const { length } = report.trace.deliveries;
  return length === 0 ? "nothing to report: no container delivery was found here" : `nothing to report: ${length === 1 ? "1 delivery" : `${length} deliveries`} rehearsed`;
}
var thresholdInWords = (failOn) => failOn === "never" ? "" : failOn === "error" ? ", which fails on errors" : `, which fails on ${failOn}s and worse`;

// src/repository/disk.ts
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join as join3, sep } from "node:path";
var largestFile = 1024 * 1024;
var mostFiles = 2e5;
var deepestFolder = 64;
var passedOver = /* @__PURE__ */ new Set([".git", "node_modules", ".terraform", ".venv", "__pycache__"]);
function openRepository(root) {
  const skipped = /* @__PURE__ */ new Map();
  const real = realpathSync(root);
  const paths = [...walk(real, "", 0, { left: mostFiles, skipped })].sort();
  const known2 = new Set(paths);
  const sources = /* @__PURE__ */ new Map();
  const read6 = (path) => {
    if (!known2.has(path)) return void 0;
    if (!sources.has(path)) sources.set(path, readSource(real, path, skipped));
    return sources.get(path);
  };
  return { paths, read: read6, skipped: () => [...skipped].map(([path, reason]) => ({ path, reason })) };
}
function* walk(root, directory, depth, state) {
  let entries;
  try {
    entries = readdirSync(join3(root, directory), { withFileTypes: true });
  } catch (error) {
    state.skipped.set(directory, reasonOf(error));
    return;
  }
  for (const entry of entries) {
    const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
    if (entry.isDirectory()) {
      if (passedOver.has(entry.name)) continue;
      if (depth >= deepestFolder) state.skipped.set(path, `deeper than ${deepestFolder} folders`);
      else yield* walk(root, path, depth + 1, state);
    } else if (entry.isFile() || entry.isSymbolicLink() && leadsToFile(root, path)) {
      state.left -= 1;
      if (state.left < 0) {
        state.skipped.set("", `more than ${mostFiles} files`);
        return;
      }
      yield path;
    }
  }
}
function leadsToFile(root, path) {
  try {
    const target = realpathSync(join3(root, path));
    return target.startsWith(root + sep) && statSync(target).isFile();
  } catch {
    return false;
  }
}
function readSource(root, path, skipped) {
  try {
    const file = join3(root, path);
    const size = lstatSync(file).isSymbolicLink() ? statSync(file).size : lstatSync(file).size;
    if (size > largestFile) {
      skipped.set(path, `larger than ${largestFile / 1024 / 1024} MiB`);
      return void 0;
    }
    const text = readFileSync(file, "utf8");
    if (text.includes("\0")) return void 0;
    return { path, text: sanitised(text) };
  } catch (error) {
    skipped.set(path, reasonOf(error));
    return void 0;
  }
}
var reasonOf = (error) => error instanceof Error && "code" in error ? String(error.code) : "cannot be read";

// src/repository/git.ts
import { readFileSync as readFileSync2, statSync as statSync2 } from "node:fs";
import { join as join4, resolve } from "node:path";
function readCheckout(root) {
  const own2 = gitDirectory(root);
  const common = own2 && commonDirectory(own2);
  if (!own2 || !common) return { repository: void 0, defaultBranch: void 0, sha: void 0 };
  return {
    repository: repositoryOf(originOf2(read5(join4(common, "config")) ?? "") ?? ""),
    defaultBranch: branchIn(read5(join4(common, "refs/remotes/origin/HEAD")) ?? ""),
    sha: headOf2(own2, common)
  };
}
function gitDirectory(root) {
  const path = join4(root, ".git");
  const named = /^gitdir: ([^\r\n]+)/.exec(read5(path) ?? "")?.[1];
  return named === void 0 ? path : resolve(root, named);
}
function commonDirectory(own2) {
  const shared = read5(join4(own2, "commondir"))?.trim();
  return shared ? resolve(own2, shared) : own2;
}
var largest = 8 * 1024 * 1024;
function read5(path) {
  try {
    const file = statSync2(path);
    return file.isFile() && file.size <= largest ? readFileSync2(path, "utf8") : void 0;
  } catch {
    return void 0;
  }
}
function originOf2(config) {
  let section = "";
  for (const line of config.split(/\r\n|\n/)) {
    const header = /^\s*\[([^\]]*)\]/.exec(line);
    if (header) section = header[1];
    const url = /^\s*url\s*=\s*"?([^"#;\s]+)/i.exec(line);
    if (url && /^remote\s+"origin"$/i.test(section)) return url[1];
  }
  return void 0;
}
function repositoryOf(url) {
  const match = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?(?:ssh\.|www\.)?github\.com(?::\d+)?\/|(?:[^@/]*@)?github\.com:\/?)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(
    url
  );
  return match?.[1];
}
var branchIn = (ref) => /^ref: refs\/remotes\/origin\/(\S+)\s*$/.exec(ref)?.[1];
function headOf2(own2, common) {
  const head = read5(join4(own2, "HEAD"))?.trim() ?? "";
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  if (ref === void 0) return sha(head);
  if (ref.split("/").includes("..")) return void 0;
  return sha(read5(join4(own2, ref))?.trim()) ?? sha(read5(join4(common, ref))?.trim()) ?? packed(common, ref);
}
var sha = (text) => text !== void 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : void 0;
function packed(common, ref) {
  const line = (read5(join4(common, "packed-refs")) ?? "").split("\n").find((candidate) => candidate.endsWith(` ${ref}`));
  return sha(line?.split(" ")[0]);
}

// src/check.ts
var allIds = [...rules.map(({ id }) => id), ...ownIds.map(({ id }) => id)].sort();
async function check(request) {
  const repository = openRepository(request.root);
  const checkout = readCheckout(request.root);
  const source = request.config ?? configPaths.map(repository.read).find((found) => found !== void 0);
  const parsed3 = source ? await parsedConfig(source) : { kind: "config", config: emptyConfig };
  if (parsed3.kind === "problems") return reportOfInvalidConfig(parsed3.problems, request.failOn);
  const result = preflight({
    repository,
    config: parsed3.config,
    repositoryName: request.repositoryName ?? checkout.repository,
    defaultBranch: request.defaultBranch ?? checkout.defaultBranch,
    sha: request.sha
  });
  return reportOf(result, request);
}
async function parsedConfig(source) {
  const { parseConfig } = await import("./config-file.js");
  return parseConfig(source, allIds);
}

// src/report/changed-lines.ts
var everyLine = [{ from: 1, to: Number.POSITIVE_INFINITY }];
var touches = (changed, path, line, endLine) => (changed.get(path) ?? []).some(({ from, to }) => from <= endLine && to >= line);

// src/report/place.ts
function placeOfSpan({ source, start: start2, end }) {
  const first = positionAt(source, start2);
  const last = positionAt(source, Math.max(start2, end));
  return { path: source.path, line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
}
var placeInWords = (span) => {
  const { path, line, column } = placeOfSpan(span);
  return `${path}:${line}:${column}`;
};

// src/report/visible.ts
var visible = (text) => text.replace(controls, picture).replace(deceptive, "�").replace(astralTags, "��").replace(legacyCommand, "##［");
var controls = /[\u0000-\u001f\u007f-\u009f]/g;
function picture(control) {
  if (control === "	") return " ";
  const code = control.charCodeAt(0);
  if (code < 32) return String.fromCharCode(9216 + code);
  return code === 127 ? "␡" : "�";
}
var deceptive = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
var astralTags = /[\u{e0000}-\u{e0fff}]/gu;
var legacyCommand = /##\[/g;
function widthOf(text) {
  let width = 0;
  for (const character of text) width += widthOfOne(character);
  return width;
}
var narrow = /^[\u0020-\u02ff]$/;
var wide = new RegExp("^(?:[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation})$", "u");
var combining = /^[\p{Mn}\p{Me}]$/u;
function widthOfOne(character) {
  if (narrow.test(character)) return 1;
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

// src/report/workflow-command.ts
function commandLine({ name, properties, message }) {
  const given = Object.entries(properties).filter(([, value3]) => value3 !== void 0 && value3 !== "");
  const list = given.map(([key, value3]) => `${key}=${property(String(value3))}`).join(",");
  return `::${name}${list === "" ? "" : ` ${list}`}::${data(message)}`;
}
var data = (text) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
var property = (text) => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");

// src/report/github.ts
var shownOfEach = { error: 9, warning: 10, notice: 9 };
function annotations(report, options2) {
  const room = { ...shownOfEach };
  let most = options2.most ?? Number.POSITIVE_INFINITY;
  const [commands2, left] = [[], []];
  for (const finding of inOrderOfUrgency(report.findings, options2)) {
    if (most > 0 && room[finding.severity] > 0) {
      room[finding.severity] -= 1;
      most -= 1;
      commands2.push(annotation(finding, options2));
    } else left.push(finding);
  }
  return { commands: left.length > 0 ? [...commands2, remainder(left, options2)] : commands2, left };
}
function githubReport(report, options2) {
  const { commands: commands2 } = annotations(report, options2);
  return [...commands2, `deploy-preflight: ${verdictInWords(report)}`].map((line) => `${line}
`).join("");
}
function inOrderOfUrgency(findings, { changed, prefix }) {
  const rank = (finding) => severities.indexOf(finding.severity) * 2 + (changed && pointsToChange(finding, changed, prefix) ? 1 : 0);
  const ranked = findings.map((finding) => ({ finding, rank: rank(finding) }));
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ finding }) => finding);
}
var pointsToChange = ({ at: at2, because }, changed, prefix) => [at2, ...because.map((note) => note.at)].some((span) => {
  const { path, line, endLine } = placeOfSpan(span);
  return touches(changed, prefix + path, line, endLine);
});
function annotation(finding, { link, prefix }) {
  const { path, line, column, endLine, endColumn } = placeOfSpan(finding.at);
  const columns = endLine === line && endColumn > column ? { col: column, endColumn } : {};
  return commandLine({
    name: finding.severity,
    properties: { file: `${prefix}${path}`, line, endLine, ...columns, title: visible(finding.rule) },
    message: messageOf(finding, link, prefix)
  });
}
var longestMessage = 4e3;
var longestPart = 900;
var mostEnds = 5;
function messageOf(finding, link, prefix) {
  const where = (span) => {
    const { path, line, column } = placeOfSpan(span);
    return visible(`${prefix}${path}:${line}:${column}`);
  };
  const rest = finding.because.length - mostEnds;
  const page = link(finding.rule);
  const lines2 = [
    `${where(finding.at)} ${finding.rule}: ${finding.message}`,
    ...finding.because.slice(0, mostEnds).map(({ at: at2, message }) => `${where(at2)} ${message}`),
    ...rest > 0 ? [`and ${plural(rest, "more place")}`] : [],
    ...finding.seen === "" ? [] : [`seen: ${finding.seen}`],
    ...finding.help === "" ? [] : [`help: ${finding.help}`]
  ];
  const body = lines2.map((line) => clipped(visible(line), longestPart)).join("\n");
  return `${clipped(body, longestMessage - (page?.length ?? 0) - 1)}${page ? `
${page}` : ""}`;
}
var clipped = (text, longest3) => text.length <= longest3 ? text : `${visible(text.slice(0, longest3 - 1))}…`;
var remainder = (left, { elsewhere }) => commandLine({
  name: "notice",
  properties: { title: "deploy-preflight" },
  message: `${plural(left.length, "more finding")} without an annotation: see ${elsewhere}`
});

// src/report/json.ts
function jsonReport(report, link) {
  const json = {
    version: 1,
    summary: {
      verdict: report.verdict,
      errors: report.counts.error,
      warnings: report.counts.warning,
      notices: report.counts.notice,
      hidden: report.hidden,
      deliveries: report.trace.deliveries.length,
      failOn: report.failOn,
      notUnderstood: report.coverage
    },
    findings: report.findings.map((finding) => jsonFinding(finding, link)),
    skipped: report.skipped.map(({ path, reason }) => ({ path, reason }))
  };
  return `${escaped2(JSON.stringify(json, void 0, 2))}
`;
}
function jsonFinding(finding, link) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    help: finding.help,
    seen: finding.seen,
    ...placeOfSpan(finding.at),
    because: finding.because.map(({ at: at2, message }) => ({ ...placeOfSpan(at2), message })),
    ...finding.fix ? { fix: jsonFix(finding.fix) } : {},
    fingerprint: finding.fingerprint,
    url: link(finding.rule) ?? ""
  };
}
var jsonFix = ({ title, edits }) => ({
  title,
  edits: edits.map(({ at: at2, replacement }) => ({ ...placeOfSpan(at2), replacement }))
});
var escaped2 = (json) => json.replace(/[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]/g, escapeOf).replace(/##\[/g, "##\\u005b");
var escapeOf = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

// src/report/rule-link.ts
var noPage = () => void 0;

// src/report/style.ts
var plain = (text) => text;
var withoutColour = {
  error: plain,
  warning: plain,
  notice: plain,
  good: plain,
  strong: plain,
  faint: plain,
  other: plain
};
var sgr = (code) => (text) => text === "" ? "" : `\x1B[${code}m${text}\x1B[0m`;
var withColour = {
  error: sgr("1;31"),
  warning: sgr("1;33"),
  notice: sgr("1;36"),
  good: sgr("1;32"),
  strong: sgr("1"),
  faint: sgr("2"),
  other: sgr("36")
};

// src/report/excerpt.ts
var widest = 120;
var before = 40;
function excerptOf(span) {
  const { line, column } = positionAt(span.source, span.start);
  const last = positionAt(span.source, Math.max(span.start, span.end - 1)).line;
  const whole = lineText(span, line);
  const from = column - 1 + before > widest ? snapped(whole, column - 1 - before) : 0;
  const to = Math.min(whole.length, snapped(whole, from + widest));
  const start2 = column - 1;
  const end = Math.min(to, last > line ? whole.trimEnd().length : start2 + Math.max(0, span.end - span.start));
  const lead = from > 0 ? "…" : "";
  return {
    line,
    text: `${lead}${visible(whole.slice(from, to))}${to < whole.length ? "…" : ""}`,
    indent: lead.length + widthOf(visible(whole.slice(from, start2))),
    width: Math.max(1, widthOf(visible(whole.slice(start2, end)))),
    through: last > line ? last : void 0
  };
}
function lineText({ source }, line) {
  const starts = linesOf(source);
  return source.text.slice(starts[line - 1] ?? 0, starts[line] ?? source.text.length).replace(/[\r\n]+$/, "");
}
var snapped = (text, index) => {
  const code = text.charCodeAt(index);
  return code >= 56320 && code <= 57343 ? index - 1 : index;
};

// src/report/text.ts
var mostEnds2 = 10;
var mostSkipped = 10;
var mostNames = 12;
function textReport(report, style) {
  const findings = report.findings.map((finding) => `${findingText(finding, style)}
`);
  return `${findings.join("")}${remarks(report, style)}${verdictLine(report, style)}
`;
}
function verdictLine(report, style) {
  const words = verdictInWords(report);
  return report.verdict === "pass" ? `${style.good("✓")} ${words}` : `${style.error("✗")} ${style.strong(words)}`;
}
function remarks(report, style) {
  const skipped = report.skipped.slice(0, mostSkipped).map(({ path, reason }) => style.faint(`not read: ${visible(path)} (${visible(reason)})`));
  const rest = report.skipped.length - mostSkipped;
  const more = rest > 0 ? [style.faint(`not read: ${plural(rest, "more file")}`)] : [];
  const coverage = report.coverage.length > 0 ? [style.faint(coverageLine(report.coverage))] : [];
  const lines2 = [...skipped, ...more, ...coverage];
  return lines2.length > 0 ? `${lines2.join("\n")}

` : "";
}
function coverageLine(names2) {
  const rest = names2.length - mostNames;
  const shown2 = names2.slice(0, mostNames).map(visible).join(", ");
  return `not understood, so not judged: ${shown2}${rest > 0 ? ` and ${rest} more` : ""}`;
}
function findingText(finding, style) {
  const paint = style[finding.severity];
  const ends = endsOf(finding);
  const gutter = Math.max(...ends.map(({ excerpt }) => String(excerpt.line).length));
  const lines2 = [
    `${paint(`${finding.severity}[${visible(finding.rule)}]`)}${style.strong(`: ${visible(finding.message)}`)}`,
    ...ends.flatMap((end, index) => endLines(end, { gutter, first: index === 0, severity: finding.severity }, style)),
    ...closing(finding, gutter, style)
  ];
  return `${lines2.join("\n")}
`;
}
function endsOf({ at: at2, because }) {
  const others = because.filter((note) => !sameSpan(note.at, at2) || note.message !== "");
  return [{ at: at2, message: "" }, ...others.slice(0, mostEnds2)].map((end) => ({ ...end, excerpt: excerptOf(end.at) }));
}
function endLines({ at: at2, excerpt, message }, { gutter, first, severity }, style) {
  const empty = " ".repeat(gutter);
  const paint = first ? style[severity] : style.other;
  const mark = (first ? "^" : "-").repeat(excerpt.width);
  const label = message === "" ? "" : ` ${visible(message)}`;
  const through = excerpt.through === void 0 ? "" : style.faint(` … through line ${excerpt.through}`);
  return [
    style.faint(`${empty} ${first ? "╭" : "├"}─ `) + visible(placeInWords(at2)),
    `${style.faint(`${String(excerpt.line).padStart(gutter)} │ `)}${excerpt.text}`,
    `${style.faint(`${empty} │ `)}${" ".repeat(excerpt.indent)}${paint(`${mark}${label}`)}${through}`
  ];
}
function closing(finding, gutter, style) {
  const empty = " ".repeat(gutter);
  const rest = finding.because.length - mostEnds2;
  const rows = [
    ...rest > 0 ? [`${style.faint("also:")} ${plural(rest, "more place")}`] : [],
    ...finding.seen === "" ? [] : [`${style.faint("seen:")} ${visible(finding.seen)}`],
    ...finding.help === "" ? [] : [`${style.faint("help:")} ${visible(finding.help)}`],
    ...finding.fix ? fixLines(finding.fix, style) : []
  ];
  return rows.map((row, index) => `${style.faint(`${empty} ${index === rows.length - 1 ? "╰" : "│"} `)}${row}`);
}
function fixLines(fix, style) {
  return [`${style.faint(" fix:")} ${visible(fix.title)}`, ...fix.edits.flatMap((edit) => editLines(edit, style))];
}
var mostFixLines = 12;
function editLines({ at: at2, replacement }, style) {
  const starts = linesOf(at2.source);
  const first = starts[positionAt(at2.source, at2.start).line - 1] ?? 0;
  const last = starts[positionAt(at2.source, at2.end).line] ?? at2.source.text.length;
  const { text } = at2.source;
  const old = text.slice(first, last);
  const made2 = text.slice(first, at2.start) + replacement + text.slice(at2.end, last);
  const shown2 = [
    style.faint(`      ${visible(placeInWords(at2))}`),
    ...linesIn(old).map((line) => `      ${style.error("-")} ${visible(line)}`),
    ...linesIn(made2).map((line) => `      ${style.good("+")} ${visible(line)}`)
  ];
  return shown2.length > mostFixLines ? [...shown2.slice(0, mostFixLines), style.faint("      …")] : shown2;
}
var linesIn = (text) => text === "" ? [] : text.replace(/(?:\r\n|\r|\n)$/, "").split(/\r\n|\r|\n/);

// src/report/trace.ts
var marks = { ok: "✓", broken: "✗", unknown: "?" };
function traceText({ deliveries }) {
  if (deliveries.length === 0) return "no container delivery was found here\n";
  const occasions = [...new Set(deliveries.map(({ occasion }) => occasion))];
  const blocksOn = (wanted) => deliveries.filter(({ occasion }) => occasion === wanted).map(block2).join("");
  return occasions.map((occasion) => `on ${visible(occasion)}
${blocksOn(occasion)}`).join("\n");
}
function block2(delivery) {
  const rows = [
    ["built", wherever(delivery.builtAt)],
    ["pushed", wherever(delivery.pushedAt)],
    ["deployed", wherever(delivery.pulledAt)],
    ["pods", delivery.workload],
    ["cluster", delivery.cluster],
    ["nodes", delivery.nodes]
  ];
  const shown2 = rows.map(([name, value3]) => `    ${name.padEnd(9)}${value3 ? visible(value3) : "not known"}
`);
  return `  ${marks[delivery.state]} ${visible(delivery.image)}
${shown2.join("")}`;
}
var wherever = (span) => span ? placeInWords(span) : void 0;

// src/usage.ts
var usage = `Rehearses a repository's container delivery on paper and reports why the pods would not start.

  deploy-preflight [path]            check the repository at path (default: here)
  deploy-preflight trace [path]      show what is built, pushed, deployed and run where
  deploy-preflight explain RULE      what a rule means and how to fix what it finds

  --format text|json|github          how to report (default: text)
  --output FILE                      write the report to a file
  --fail-on error|warning|notice|never
                                     the mildest severity that fails (default: error)
  --min-severity error|warning|notice
                                     the mildest severity that is shown (default: notice)
  --config FILE                      instead of .github/preflight.yml
  --repository owner/name            instead of what the checkout's origin says
  --no-color                         no colours (also NO_COLOR; FORCE_COLOR for colours)
  --version, --help

Exit codes: 0 fine, 1 findings that fail, 2 usage or configuration error, 3 internal failure.
`;

// src/version.ts
var version = "0.1.0";

// src/cli.ts
var exit = { fine: 0, findings: 1, usage: 2, internal: 3 };
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
var UsageError = class extends Error {
};
try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = failed(error);
}
async function main() {
  const parsed3 = parseArguments(process.argv.slice(2));
  if (parsed3.kind === "mistake") throw new UsageError(parsed3.message);
  if (parsed3.kind === "help") return print(usage);
  if (parsed3.kind === "version") return print(`${version}
`);
  if (parsed3.kind === "explain") return print(pageOf(parsed3.rule));
  return checked(parsed3);
}
function failed(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) {
    process.stderr.write(`deploy-preflight: ${visible(message)}
See deploy-preflight --help.
`);
    return exit.usage;
  }
  const stack = error instanceof Error ? error.stack ?? message : message;
  process.stderr.write(`deploy-preflight failed: ${visible(message)}
`);
  for (const line of stack.split("\n").slice(1)) process.stderr.write(`    ${visible(line.trim())}
`);
  return exit.internal;
}
function print(text) {
  process.stdout.write(text);
  return exit.fine;
}
async function checked(given) {
  const report = await check({
    root: directoryAt(given.path),
    config: given.config === void 0 ? void 0 : fileAt(given.config),
    repositoryName: given.repository,
    defaultBranch: void 0,
    sha: void 0,
    failOn: given.failOn,
    minSeverity: given.minSeverity
  });
  write2(shown(report, given), given.output);
  if (report.verdict === "config-invalid") return exit.usage;
  return report.verdict === "fail" && given.kind === "check" ? exit.findings : exit.fine;
}
function shown(report, given) {
  const style = given.colour && given.output === void 0 && wantsColour() ? withColour : withoutColour;
  if (given.kind === "trace")
    return report.verdict === "config-invalid" ? textReport(report, style) : traceText(report.trace);
  if (given.format === "json") return jsonReport(report, noPage);
  if (given.format === "text") return textReport(report, style);
  const elsewhere = "the output of --format text";
  return githubReport(report, { link: noPage, changed: void 0, most: void 0, prefix: "", elsewhere });
}
function wantsColour() {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no) return false;
  if (force !== void 0 && force !== "") return force !== "0" && force !== "false";
  return process.stdout.isTTY === true && term !== "dumb";
}
function directoryAt(path) {
  try {
    const root = realpathSync2(resolve2(path));
    if (statSync3(root).isDirectory()) return root;
  } catch {
  }
  throw new UsageError(`${path} is not a directory`);
}
function fileAt(path) {
  try {
    return { path: path.replaceAll("\\", "/"), text: readFileSync3(path, "utf8") };
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${error.message}`);
  }
}
function write2(text, output) {
  if (output === void 0) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(output, text);
  } catch (error) {
    throw new UsageError(`cannot write ${output}: ${error.message}`);
  }
}
function pageOf(rule2) {
  if (!allIds.includes(rule2)) {
    const near = nearest(rule2, allIds);
    throw new UsageError(
      `there is no rule "${rule2}"${near ? `; did you mean "${near}"?` : `; there are ${allIds.join(", ")}`}`
    );
  }
  for (const folder of ["rules", "own-ids"]) {
    const page = readIfThere(fileURLToPath(new URL(`./${folder}/${rule2}.md`, import.meta.url)));
    if (page !== void 0) return page;
  }
  throw new Error(`the page of ${rule2} is missing from this installation`);
}
function readIfThere(path) {
  try {
    return readFileSync3(path, "utf8");
  } catch {
    return void 0;
  }
}
