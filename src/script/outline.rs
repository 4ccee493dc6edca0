//! What a script says, read without running it: calls with their literal
//! arguments, properties read of the host's variables. For static checks of the
//! floors above, which know what the words mean.

use super::value::Value;
use crate::model::journal::Place;

/// Everything worth knowing about a compiled script.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Calls of words, module functions and methods, in the order of the text.
    pub calls: Vec<CallSite>,
    /// Properties read of variables of the host.
    pub reads: Vec<ReadSite>,
    /// The script's own functions.
    pub functions: Vec<Function>,
    /// Where the script may run out without a word that ends it; of a
    /// vocabulary that has such words.
    pub open_ends: Vec<Place>,
    /// Constants of the outermost level.
    pub constants: Vec<(String, Place)>,
    /// Properties of the host's variables held against literals.
    pub compares: Vec<CompareSite>,
    /// What the script's own names are given, each time.
    pub bindings: Vec<Binding>,
    /// Properties read of the script's own names.
    pub locals: Vec<ReadSite>,
}

/// `form.model == "light"`, also `!=`, either way round.
#[derive(Clone, Debug)]
pub struct CompareSite {
    /// The variable and its properties.
    pub field: Vec<String>,
    /// The literal.
    pub value: Value,
    /// Where the comparison stands.
    pub place: Place,
}

/// A name is given a value: by `let`, an assignment, a loop, a parameter.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The name.
    pub name: String,
    /// The word whose call it is given; nothing where it is given anything else.
    pub call: Option<CallSite>,
    /// The file, as places name it.
    pub source: String,
}

/// A function of the script's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Name.
    pub name: String,
    /// Parameters.
    pub params: Vec<String>,
}

/// One call in the text.
#[derive(Clone, Debug)]
pub struct CallSite {
    /// The module of `module::function(…)`.
    pub module: Option<String>,
    /// The word, function or method.
    pub name: String,
    /// Whether it is a method's call.
    pub method: bool,
    /// Where.
    pub place: Place,
    /// Arguments; of a method without its object.
    pub args: Vec<Arg>,
    /// The ways taken at the conditions around it: number of the condition and
    /// of the way.
    pub ways: Vec<(usize, usize)>,
}

/// A property read of a host's variable: `form.model`, `form.window.start`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadSite {
    /// The variable.
    pub variable: String,
    /// The property.
    pub property: String,
    /// Properties of the property, each with its place.
    pub inner: Vec<(String, Place)>,
    /// Where.
    pub place: Place,
}

/// An argument as far as the text tells.
#[derive(Clone, Debug)]
pub struct Arg {
    /// Where.
    pub place: Place,
    /// What.
    pub shape: Shape,
    /// Of a text put together while running: what is written, `{}` for each part
    /// that is only known then.
    pub pattern: Option<String>,
}

/// What the text tells of a value.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A literal.
    Literal(Value),
    /// A literal map: key, where the key stands, value.
    Map(Vec<(String, Place, Arg)>),
    /// A literal list.
    List(Vec<Arg>),
    /// A call of a word.
    Call(Box<CallSite>),
    /// A variable of the host.
    Variable(String),
    /// A property of a variable of the host, the variable first: `form.window.start`.
    Field(Vec<String>),
    /// A closure.
    Closure,
    /// A text put together while running.
    Text,
    /// Known only while running.
    Unknown,
}

impl CallSite {
    /// Whether no run can come to both: they lie on different ways of one condition.
    pub fn excludes(&self, other: &CallSite) -> bool {
        self.ways.iter().any(|(at, way)| other.ways.iter().any(|(there, taken)| at == there && way != taken))
    }
}

impl Arg {
    /// The text that it is, or its pattern where it is put together while running.
    pub fn said(&self) -> Option<&str> {
        match &self.shape {
            Shape::Literal(Value::Text(text)) => Some(text),
            _ => self.pattern.as_deref(),
        }
    }

    /// The literal, when it is one.
    pub fn literal(&self) -> Option<&Value> {
        match &self.shape {
            Shape::Literal(value) => Some(value),
            _ => None,
        }
    }
}
